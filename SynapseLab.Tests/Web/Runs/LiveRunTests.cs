using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Series;

namespace SynapseLab.Tests.Web.Runs;

public sealed class LiveRunTests
{
    private readonly LiveRun _run = new(1, new RunSeries(), new RunFindings());

    public static TheoryData<TrainingEvent> EventsWithoutAStep { get; } =
    [
        ScriptedEvents.Telemetry(3),
        new RunWarned { Step = 3, Message = "the disk is full" },
    ];

    [Theory]
    [MemberData(nameof(EventsWithoutAStep))]
    public void Apply_AnEventWithoutAStep_LeavesSnapshotAndSteps(TrainingEvent other)
    {
        _run.Apply(ScriptedEvents.Step(3));
        var (snapshot, steps) = (_run.Snapshot(), _run.SeriesBytes().Steps);

        _run.Apply(other);

        Assert.Equal(3, snapshot.LastStep!.Step);
        Assert.Equal(snapshot, _run.Snapshot());
        Assert.Equal(steps, _run.SeriesBytes().Steps);
    }

    [Fact]
    public void TakeChanges_AfterEventsOfEveryKind_HasThemOnce()
    {
        _run.Apply(ScriptedEvents.Started());
        _run.Apply(ScriptedEvents.Step(1, gradientNorm: 3.5, lossScale: 1024, skipped: true));
        _run.Apply(ScriptedEvents.Step(2));
        _run.Apply(ScriptedEvents.Metrics(2));
        _run.Apply(ScriptedEvents.Telemetry(2));

        RunChanges changes = _run.TakeChanges()!;

        Assert.Equal([(3.5, 1024, 1), (double.NaN, double.NaN, double.NaN)], changes.Steps.Select(row => (row.GradientNorm, row.LossScale, row.Skipped)));
        MetricRow metrics = Assert.Single(changes.Metrics);
        Assert.Equal((7.5, 0.875, 0.0625, 0.75, 0.625), (metrics.RankMe, metrics.PositiveCosine, metrics.NegativeCosine, metrics.KnnAccuracy, metrics.LinearProbeAccuracy));
        TelemetryRow machine = Assert.Single(changes.Telemetry);
        Assert.Equal((1.5, 0.5, 250, double.NaN), (machine.BusyCores, machine.GpuUtilizationFraction, machine.GpuPowerWatts, machine.GpuTemperatureCelsius));
        Assert.Equal(2, changes.Spectrum!.Step);
        Assert.Equal([4, 2, 0.5f], changes.Spectrum.SingularValues);
        Assert.Null(_run.TakeChanges());
    }

    [Fact]
    public void Snapshot_DiagnosisThatPasses_SaysSinceWhenAndUntilWhen()
    {
        _run.Apply(ScriptedEvents.Started());
        _run.Apply(ScriptedEvents.Made(step: 8));
        RunFinding active = Assert.Single(_run.Snapshot().Findings);
        Assert.True(active is { Kind: DiagnosisKind.ConstantOutput, Epoch: 2, IsActive: true });

        _run.Apply(ScriptedEvents.Passed(step: 12));

        Assert.Equal(3, Assert.Single(_run.Snapshot().Findings).PassedEpoch);
    }

    [Fact]
    public void Apply_Resumption_DropsWhatIsDoneAgain()
    {
        _run.Apply(ScriptedEvents.Started());
        for (int step = 1; step <= 8; step++)
        {
            _run.Apply(ScriptedEvents.Step(step));
            _run.Apply(ScriptedEvents.Telemetry(step));
        }

        _run.Apply(ScriptedEvents.Metrics(8));
        _run.Apply(ScriptedEvents.Made(step: 8));
        _run.Apply(ScriptedEvents.Started(step: 6));

        RunSeriesBytes bytes = _run.SeriesBytes();
        Assert.Equal(6, BoundedSeries.FromBytes(bytes.Steps, StepRow.ColumnCount).RowCount);
        Assert.Equal(6, BoundedSeries.FromBytes(bytes.Telemetry, TelemetryRow.ColumnCount).RowCount);
        Assert.Equal(0, BoundedSeries.FromBytes(bytes.Metrics, MetricRow.ColumnCount).RowCount);
        Assert.Null(bytes.Spectrum);
        Assert.Empty(_run.Snapshot().Findings);
    }
}
