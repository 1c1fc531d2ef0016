using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Series;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>Whether a network learns, as the history keeps it: figures, machine, findings, and the doctor's pause.</summary>
public sealed class RunInsightTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-insight-").FullName;
    private readonly ScriptedTrainer _trainer = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task History_AfterARestart_HoldsSeriesSpectrumAndFindings()
    {
        _trainer.AfterStep = (step, emit) =>
        {
            TrainingEvent[] events = step switch
            {
                4 => [ScriptedEvents.Metrics(4), ScriptedEvents.Telemetry(4), ScriptedEvents.Made(4)],
                8 => [ScriptedEvents.Passed(8), ScriptedEvents.Made(8, DiagnosisKind.LossAtChance, DiagnosisSeverity.Warning)],
                _ => [],
            };
            Array.ForEach(events, emit);
            return null;
        };
        int id;
        await using (RunServer server = await RunServer.StartAsync(_folder, _trainer))
        {
            id = await server.LaunchAsync("run");
            await server.WaitForAsync(id, RunStatus.Finished);
        }

        await using RunServer restarted = await RunServer.StartAsync(_folder, _trainer);
        RunSeries series = restarted.Get<RunStore>().LoadSeries(id)!;
        Assert.Equal([4, 1, 4, 0.25, 3, 40, 0.75, 0.125, 16, 7.5, 0.5, -2.5, 0.875, 0.0625, 0.75, 0.625, 0.375, -0.5], Row(series.Metrics));
        Assert.Equal([4, 1, 4, 1L << 30, 1.5, 0.5, double.NaN, double.NaN, 250, double.NaN], Row(series.Telemetry));
        Assert.Equal([4, 2, 0.5f], series.Spectrum!.SingularValues);
        RunSnapshot snapshot = (await restarted.Get<RunStore>().FindSnapshotAsync(id))!;
        Assert.Equal([(DiagnosisKind.ConstantOutput, 1, (int?)2), (DiagnosisKind.LossAtChance, 2, null)], snapshot.Findings.Select(finding => (finding.Kind, finding.Epoch, finding.PassedEpoch)));
        Assert.Equal(snapshot.Findings, Assert.Single(await restarted.Get<RunCatalogue>().ListAsync()).Findings);
    }

    [Fact]
    public async Task History_OfTheFirstVersion_StillOpens()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int id = await server.LaunchAsync("old");
        await server.WaitForAsync(id, RunStatus.Finished);
        byte[] steps = OneRow([1, 0.25, 3, 2.5, 1e-3, 10]);
        byte[] metrics = OneRow([1, 0.25, 3, 0.5, 2, 40, 0.75, 0.1, 16]);
        await using (LabDatabase context = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync())
        {
            await context.Runs.ExecuteUpdateAsync(set => set
                .SetProperty(run => run.StepSeries, steps).SetProperty(run => run.MetricSeries, metrics)
                .SetProperty(run => run.TelemetrySeries, (byte[]?)null).SetProperty(run => run.SpectrumJson, (string?)null).SetProperty(run => run.FindingsJson, (string?)null));
        }

        RunSeries series = server.Get<RunStore>().LoadSeries(id)!;

        Assert.Equal([1, 0.25, 3, 2.5, 1e-3, 10, double.NaN, double.NaN, double.NaN], Row(series.Steps));
        Assert.Equal([1, 0.25, 3, 0.5, 2, 40, 0.75, 0.1, 16, .. Enumerable.Repeat(double.NaN, 9)], Row(series.Metrics));
        Assert.Equal((0, null), (series.Telemetry.RowCount, series.Spectrum));
        Assert.Empty((await server.Get<RunStore>().FindSnapshotAsync(id))!.Findings);
        IReadOnlyDictionary<int, double[]> sparklines = await server.Get<RunCatalogue>().SparklinesAsync([id], points: 10);
        Assert.Equal([2.5], sparklines[id]);
    }

    [Fact]
    public async Task Pause_ByTheDoctor_SaysWhyAndResumesToTheEnd()
    {
        _trainer.AfterStep = (step, _) => step == 6 ? "Paused after epoch 2: every cube gets the same." : null;
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int id = await server.LaunchAsync("run");

        Run paused = await server.WaitForAsync(id, RunStatus.Paused);
        Assert.Equal("Paused after epoch 2: every cube gets the same.", paused.ErrorMessage);
        Assert.True(RunStatus.IsResumable(paused.Status));

        await server.Requests.ResumeAsync(id);
        Run finished = await server.WaitForAsync(id, RunStatus.Finished);
        Assert.Equal((20, null), (finished.LastStep, finished.ErrorMessage));
    }

    private static byte[] OneRow(double[] values)
    {
        var series = new BoundedSeries(values.Length);
        series.Append(values);
        return series.ToBytes();
    }

    private static double[] Row(BoundedSeries series)
    {
        Assert.Equal(1, series.RowCount);
        return [.. Enumerable.Range(0, series.ColumnCount).Select(column => series.Column(column)[0])];
    }
}
