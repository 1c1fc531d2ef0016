using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using SynapseLab.Torch;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Training;

/// <summary>A device that runs out of memory in mid-run: planted after a batch's gradients, when statistics, generators and gradients have changed already.</summary>
public sealed class OutOfMemoryTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new();
    private readonly List<int> _microBatches = [];

    public void Dispose() => _cubes.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)] // the second of two accumulated batches fails
    public void Run_OutOfMemoryInTheFirstStep_IsBitEqualToARunWithTheSmallerMicroBatch(int accumulated)
    {
        TrainingOptions Of(string run) => _cubes.Options(run) with { GradientAccumulationSteps = accumulated };
        Train(Of("smaller") with { MicroBatchSize = 2 });
        var (outcome, events) = Train(Of("fallen"), failingBatch: accumulated);

        RecordedRun.AssertFinished(outcome);
        Assert.Contains("goes on with micro-batches of 2", Assert.Single(events.OfType<RunWarned>()).Message, StringComparison.Ordinal);
        CheckpointComparison.AssertSameState(Checkpoint("smaller"), Checkpoint("fallen")); // batch norm's running statistics as well
    }

    [Fact]
    public void Run_OutOfMemoryInMidRunWithoutBatchNorm_GivesTheLossesOfTheSmallerMicroBatch()
    {
        // MoCo v2's head has no batch norm; nor has its backbone here.
        TrainingOptions Of(string run) => _cubes.Options(run) with
        {
            Method = "moco2",
            Normalisation = "group",
            Optimizer = "sgd",
            LearningRate = 0.05,
            MethodParameters = MethodParameters.None.With("ProjectionHidden", 8).With("ProjectionOutput", 4).With("QueueSize", 16),
        };
        double[] expected = RecordedRun.Losses(Train(Of("smaller") with { MicroBatchSize = 2 }).Events);
        double[] losses = RecordedRun.Losses(Train(Of("fallen"), failingBatch: 4).Events);

        Assert.Equal(6, losses.Length);
        Assert.All(expected.Zip(losses), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.Equal([0, 0, 0, 0, 2, 2, 2], _microBatches[^7..]);
    }

    [Fact]
    public void Resume_AfterOutOfMemory_KeepsTheSmallerMicroBatch()
    {
        var options = _cubes.Options();
        Train(options, failingBatch: 2, cancelAfter: 3);
        _microBatches.Clear();
        var (outcome, events) = Train(options with { Resume = true });

        RecordedRun.AssertFinished(outcome);
        Assert.Equal([2, 2, 2], _microBatches);
        Assert.Empty(events.OfType<RunWarned>());
    }

    [Fact]
    public void Run_OutOfMemoryWithOneCubeAtOnce_FailsWithAdvice()
    {
        var (outcome, events) = Train(_cubes.Options(), failsAlways: true);

        Assert.Equal(RunOutcome.Failed, outcome.Outcome);
        Assert.Equal([0, 2, 1], _microBatches);
        Assert.Equal(2, events.OfType<RunWarned>().Count());
        Assert.Contains("Choose a smaller batch size or width", outcome.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 8, 4)]
    [InlineData(5, 5, 1)]
    [InlineData(9, 9, 3)]
    [InlineData(12, 36, 6)]
    [InlineData(2, 6, 1)]
    public void Smaller_IsADivisorOfTheBatch(int microBatch, int batch, int expected) => Assert.Equal(expected, FittingStep.Smaller(microBatch, batch));

    private RecordedRun Train(TrainingOptions options, int failingBatch = 0, bool failsAlways = false, int cancelAfter = int.MaxValue)
    {
        int batches = 0;
        return RecordedRun.Of(options, cancelAfter, microBatch =>
        {
            _microBatches.Add(microBatch);
            if (++batches == failingBatch || failsAlways)
            {
                throw new TorchOutOfMemoryException("planted");
            }
        });
    }

    private TorchDictionary Checkpoint(string run) => TorchFile.ReadDictionary(RunFolder.At(_cubes.Options(run).RunDir).Checkpoint("final"));

}
