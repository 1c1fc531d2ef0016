using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Series;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>The run history: every state of a run is written here before anybody is told.</summary>
internal sealed partial class RunStore(IDbContextFactory<LabDatabase> contexts, TimeProvider time)
{
    // Claims and changes of status come from several threads; each is a short transaction of its own behind this lock,
    // so that a run is never claimed twice and a cancel never meets a claim half way.
    private readonly Lock _status = new();

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

    /// <summary>
    /// Takes the first queued run that this device may do; null when there is none, and while that run waits for devices beside this one:
    /// then none behind it goes first, or it might wait for ever. Runs whose set is being prepared wait for that, and let others go first.
    /// </summary>
    internal ClaimedRun? ClaimRun(string device, bool takesAuto, DeviceLedger ledger)
    {
        lock (_status)
        {
            using LabDatabase context = contexts.CreateDbContext();
            using var transaction = context.Database.BeginTransaction(); // nobody begins to prepare the set between the look and the claim
            var first = context.Runs.Include(run => run.CubeSet)
                .Where(run => run.Status == RunStatus.Queued && run.CubeSet!.State != CubeSetState.Preparing)
                .OrderBy(run => run.QueuedAt).ThenBy(run => run.Id).AsEnumerable()
                .Select(run => (Run: run, Wanted: Wanted(run)))
                .FirstOrDefault(queued => queued.Wanted.Processes > 1
                    ? ledger.Serves(device, queued.Wanted)
                    : queued.Wanted.Device == device || (takesAuto && queued.Wanted.Device == "auto"));
            if (first.Run is not { } run || (first.Wanted.Processes > 1 ? ledger.Gather(device, first.Wanted) : [device]) is not { } devices)
            {
                return null;
            }

            run.Status = RunStatus.Running;
            run.StartedAt ??= time.GetUtcNow();
            (run.EndedAt, run.ErrorMessage) = (null, null);
            context.SaveChanges();
            transaction.Commit();
            return new(run.Id, run.Name, run.OptionsJson, run.CubeSet!, run.RunDir, devices);
        }
    }

    private static WantedDevices Wanted(Run run)
    {
        try
        {
            TrainingOptions options = TrainingJson.ParseOptions(run.OptionsJson);
            return new(run.Device, options.Processes, options.BatchSize);
        }
        catch (EngineException)
        {
            return new(run.Device, 1, 1); // whoever takes it says what is wrong with it
        }
    }

    /// <summary>Records how a run ended.</summary>
    internal void End(int runId, string status, string? message) => Change(runId, run =>
    {
        (run.Status, run.ErrorMessage, run.EndedAt) = (status, message, time.GetUtcNow());
    });

    /// <summary>Takes a waiting run off the queue; false when it does not wait.</summary>
    internal bool TryCancelQueued(int runId)
    {
        bool cancelled = false;
        Change(runId, run =>
        {
            if (cancelled = run.Status == RunStatus.Queued)
            {
                (run.Status, run.EndedAt) = (RunStatus.Cancelled, time.GetUtcNow());
            }
        });
        return cancelled;
    }

    /// <summary>Puts a stopped run at the end of the queue; one that waits, works or is finished stays as it is.</summary>
    internal void Requeue(int runId, int? processes) => Change(runId, run =>
    {
        if (RunStatus.IsResumable(run.Status))
        {
            if (processes is { } number)
            {
                run.OptionsJson = TrainingJson.ToJson(TrainingJson.ParseOptions(run.OptionsJson) with { Processes = number });
            }

            (run.Status, run.ErrorMessage, run.EndedAt, run.QueuedAt) = (RunStatus.Queued, null, null, time.GetUtcNow());
        }
    });

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

    private void Change(int runId, Action<Run> change)
    {
        lock (_status)
        {
            using LabDatabase context = contexts.CreateDbContext();
            if (context.Runs.Find(runId) is { } run)
            {
                change(run);
                context.SaveChanges();
            }
        }
    }

    private static double? Greater(double? a, double? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);
}
