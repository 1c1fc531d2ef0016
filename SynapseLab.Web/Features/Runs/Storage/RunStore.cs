using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Series;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>The run history: every state of a run is written here before anybody is told.</summary>
internal sealed class RunStore(IDbContextFactory<LabDatabase> contexts, StatusChanges changes, TimeProvider time)
{
    /// <summary>What ran when the server died becomes interrupted; half-done evaluations are queued again; queued runs stay queued.</summary>
    internal void RecoverAfterCrash()
    {
        using LabDatabase context = contexts.CreateDbContext();
        foreach (Run run in context.Runs.Where(run => run.Status == RunStatus.Running))
        {
            run.Status = RunStatus.Interrupted;
            run.EndedAt = time.GetUtcNow();
            run.ErrorMessage = RunCheckpoints.CanResume(run.RunDir)
                ? "The server stopped while this run was training; resume continues from the last checkpoint."
                : "The server stopped before the first checkpoint was written; resume starts the run again.";
        }

        foreach (Evaluation evaluation in context.Evaluations.Where(evaluation => evaluation.Status == RunStatus.Running))
        {
            evaluation.Status = RunStatus.Queued;
        }

        context.SaveChanges();
    }

    /// <summary>Records how a run ended.</summary>
    internal void End(int runId, string status, string? message) =>
        changes.Of(runId, run => (run.Status, run.ErrorMessage, run.EndedAt) = (status, message, time.GetUtcNow()));

    /// <summary>Writes where a working run is and its bounded series.</summary>
    internal async Task SaveProgressAsync(LiveRun live)
    {
        RunSnapshot now = live.Snapshot();
        RunSeriesBytes series = live.SeriesBytes();
        await using LabDatabase context = await contexts.CreateDbContextAsync();
        Run? run = await context.Runs.FindAsync(now.RunId);
        if (run is null)
        {
            return;
        }

        if (now.LastStep is { } last)
        {
            (run.LastStep, run.LastEpoch) = (last.Step, (int)Math.Ceiling(last.Epoch));
            run.LastLoss = double.IsFinite(last.Loss) ? last.Loss : null;
        }

        run.BestSilhouette = Greater(run.BestSilhouette, now.BestSilhouette);
        (run.StepSeries, run.MetricSeries, run.TelemetrySeries) = (series.Steps, series.Metrics, series.Telemetry);
        (run.SpectrumJson, run.FindingsJson) = (StoredJson.Of(series.Spectrum), StoredJson.Of(now.Findings));
        await context.SaveChangesAsync();
    }

    /// <summary>The stored series, empty for a run that never started; null when there is no such run.</summary>
    internal RunSeries? LoadSeries(int runId)
    {
        using LabDatabase context = contexts.CreateDbContext();
        var stored = context.Runs.Where(run => run.Id == runId)
            .Select(run => new { run.StepSeries, run.MetricSeries, run.TelemetrySeries, run.SpectrumJson }).FirstOrDefault();
        return stored is null ? null : new(StepRow.Stored(stored.StepSeries), MetricRow.Stored(stored.MetricSeries), TelemetryRow.Stored(stored.TelemetrySeries))
        {
            Spectrum = StoredJson.Spectrum(stored.SpectrumJson),
        };
    }

    /// <summary>How a run stands in the history; null when there is no such run.</summary>
    internal async Task<RunSnapshot?> FindSnapshotAsync(int runId)
    {
        await using LabDatabase context = await contexts.CreateDbContextAsync();
        Run? run = await context.Runs.FindAsync(runId);
        if (run is null)
        {
            return null;
        }

        double fraction = (double)run.LastEpoch / TrainingJson.ParseOptions(run.OptionsJson).Epochs;
        return new(run.Id, run.Status, "", fraction, null, null, null, null, run.BestSilhouette, run.ErrorMessage, StoredJson.Findings(run.FindingsJson));
    }

    private static double? Greater(double? a, double? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);
}
