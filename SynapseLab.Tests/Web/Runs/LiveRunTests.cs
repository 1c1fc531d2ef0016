using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Series;

namespace SynapseLab.Tests.Web.Runs;

public sealed class LiveRunTests
{
    public static TheoryData<TrainingEvent> EventsWithoutAChart { get; } =
    [
        new TelemetrySampled { Step = 3, ProcessMemoryBytes = 1, BusyCores = 1 },
        new RunWarned { Step = 3, Message = "the disk is full" },
    ];

    [Theory]
    [MemberData(nameof(EventsWithoutAChart))]
    public void Apply_AnEventWithoutAChart_LeavesSnapshotAndSeries(TrainingEvent other)
    {
        var run = new LiveRun(1, new BoundedSeries(StepRow.ColumnCount), new BoundedSeries(MetricRow.ColumnCount));
        run.Apply(new StepCompleted { Step = 3, Loss = 1, LearningRate = 0.1, CubesPerSecond = 2 });
        var (snapshot, steps) = (run.Snapshot(), run.SeriesBytes().Steps);

        run.Apply(other);

        Assert.Equal(3, snapshot.LastStep!.Step);
        Assert.Equal(snapshot, run.Snapshot());
        Assert.Equal(steps, run.SeriesBytes().Steps);
    }
}
