using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Torch;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Training.Distributed;

/// <summary>Whole runs of two processes.</summary>
public sealed class SharedRunTests : IDisposable
{
    private const string OptionsVariable = "SYNAPSELAB_TEST_OPTIONS";
    private const string CancelVariable = "SYNAPSELAB_TEST_CANCEL_AFTER";
    private const string FailVariable = "SYNAPSELAB_TEST_FAIL_AT_BATCH";

    private readonly SyntheticCubes _cubes = new();

    public void Dispose() => _cubes.Dispose();

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void TwoProcesses_CancelledAndResumed_EndLikeAnUndisturbedRun(bool sync, int micro)
    {
        TrainingOptions undisturbed = Options("undisturbed", sync, micro), cancelled = Options("cancelled", sync, micro);
        Train(undisturbed);
        Train(cancelled, cancelAfter: 3);
        Train(cancelled with { Resume = true });

        var events = ProgressLog.Read(undisturbed.RunDir);
        Assert.Equal([1L, 2, 3, 4, 5, 6], events.OfType<StepCompleted>().Select(step => step.Step)); // one process alone writes
        Assert.Equal(6, Assert.Single(events.OfType<RunStarted>()).EffectiveNegatives); // of the whole batch of 4
        Assert.Equal(["best.pt", "final.pt", "latest.pt"], Directory.EnumerateFiles(Path.Combine(undisturbed.RunDir, "checkpoints")).Select(file => Path.GetFileName(file)).Order());
        CheckpointComparison.AssertSameState(Final(undisturbed), Final(cancelled));
    }

    [Fact]
    public void TwoProcesses_MaskAwareCancelledAndResumed_EndLikeAnUndisturbedRun()
    {
        using var volumes = new SyntheticVolumes((z, _, _) => z % 12 == 0); // one section in each cube, which a view's crop may lose
        TrainingOptions Of(string run) => volumes.Options(run) with { Distributed = true, MaskAware = true, CubeSize = 12, Epochs = 3 };
        Train(Of("undisturbed"));
        Train(Of("cancelled"), cancelAfter: 3);
        Train(Of("cancelled") with { Resume = true });

        CheckpointComparison.AssertSameState(Final(Of("undisturbed")), Final(Of("cancelled")));
    }

    // After the first of two batches of a step the other process is on its way to the second one's exchange; after the second it waits
    // for the sum of gradients.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void OneProcessOutOfMemory_BothGoOnLikeARunWithTheSmallerMicroBatch(int failingBatch)
    {
        TrainingOptions Of(string run, int micro) => Options(run, sync: false, micro) with { GradientAccumulationSteps = 2 };
        TrainingOptions smaller = Of("smaller", 1), fallen = Of("fallen", 0);
        Train(smaller);
        Train(fallen, failingBatch: failingBatch);

        string warning = Assert.Single(ProgressLog.Read(fallen.RunDir).OfType<RunWarned>()).Message;
        Assert.Contains("A process of the run ran out of memory with 2 cubes at once", warning, StringComparison.Ordinal);
        Assert.Contains("micro-batches of 1. Cached gradients keep the loss that of all 4 cubes", warning, StringComparison.Ordinal);
        CheckpointComparison.AssertSameState(Final(smaller), Final(fallen));
    }

    [Fact]
    public void OneProcessOutOfMemoryWithOneCubeAtOnce_BothEndWithAdvice() =>
        Ranks.Pass(typeof(SharedRunTests), nameof(OutOfMemoryInEachOfTwoProcesses), (OptionsVariable, TrainingJson.ToJson(Options("full", sync: false, micro: 1))));

    [Fact(Explicit = true)]
    public void OutOfMemoryInEachOfTwoProcesses()
    {
        var outcome = RunHere(failingBatch: 1);
        Assert.Equal(RunOutcome.Failed, outcome.Outcome);
        Assert.Contains("Choose a smaller batch size or width", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_WithoutTorchrunsVariables_NamesTheFirstMissing()
    {
        var e = Assert.Throws<EngineException>(() => Trainer.Run(_cubes.Options() with { Distributed = true }, _ => { }, CancellationToken.None));
        Assert.Contains("WORLD_SIZE", e.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_cubes.Options().RunDir));
    }

    [Fact]
    public void Prepare_BatchThatCannotBeShared_SaysSoInBothProcesses() =>
        Ranks.Pass(typeof(SharedRunTests), nameof(RefusedInEachOfTwoProcesses), (OptionsVariable, TrainingJson.ToJson(Options("odd", false, 0) with { BatchSize = 5 })));

    [Fact(Explicit = true)]
    public void RefusedInEachOfTwoProcesses()
    {
        var e = Assert.Throws<EngineException>(() => RunHere());
        Assert.Equal("Expected a batch size that 2 processes can share equally, got 5. Choose a multiple of 2.", e.Message);
    }

    [Fact(Explicit = true)]
    public void InEachOfTwoProcesses()
    {
        int cancelAfter = Number(CancelVariable);
        var outcome = RunHere(cancelAfter, Number(FailVariable));
        Assert.True(outcome.Outcome == (cancelAfter == int.MaxValue ? RunOutcome.Finished : RunOutcome.Cancelled), outcome.Message);
        Assert.Equal(Math.Min(cancelAfter, 6 / OptionsHere().GradientAccumulationSteps), outcome.Step);

        static int Number(string variable) => int.Parse(Environment.GetEnvironmentVariable(variable)!, null);
    }

    private static TrainingOptions OptionsHere() => TrainingJson.ParseOptions(Environment.GetEnvironmentVariable(OptionsVariable)!);

    private static TrainingOutcome RunHere(int cancelAfter = int.MaxValue, int failingBatch = 0)
    {
        using var cancel = new CancellationTokenSource();
        int batches = 0;
        return Trainer.Run(OptionsHere(), Take, TimeProvider.System, cancel.Token, Fail);

        void Take(TrainingEvent happened)
        {
            if (happened is StepCompleted && happened.Step == cancelAfter)
            {
                cancel.Cancel(); // in rank 0 alone, which alone hears of events
            }
        }

        void Fail(int microBatch)
        {
            if (++batches == failingBatch && WorldSettings.FromEnvironment().Rank == 1)
            {
                throw new TorchOutOfMemoryException("planted in rank 1 alone");
            }
        }
    }

    private static void Train(TrainingOptions options, int cancelAfter = int.MaxValue, int failingBatch = 0) => Ranks.Pass(
        typeof(SharedRunTests),
        nameof(InEachOfTwoProcesses),
        (OptionsVariable, TrainingJson.ToJson(options)),
        (CancelVariable, $"{cancelAfter}"),
        (FailVariable, $"{failingBatch}"));

    private TrainingOptions Options(string run, bool sync, int micro) =>
        _cubes.Options(run) with { Distributed = true, SyncBatchNorm = sync, MicroBatchSize = micro };

    private static TorchDictionary Final(TrainingOptions options) => TorchFile.ReadDictionary(RunFolder.At(options.RunDir).Checkpoint("final"));
}
