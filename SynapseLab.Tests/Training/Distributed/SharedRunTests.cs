using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Training.Distributed;

/// <summary>Whole runs of two processes.</summary>
public sealed class SharedRunTests : IDisposable
{
    private const string OptionsVariable = "SYNAPSELAB_TEST_OPTIONS";
    private const string CancelVariable = "SYNAPSELAB_TEST_CANCEL_AFTER";

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
        int cancelAfter = int.Parse(Environment.GetEnvironmentVariable(CancelVariable)!, null);
        var outcome = RunHere(cancelAfter);
        Assert.True(outcome.Outcome == (cancelAfter == int.MaxValue ? RunOutcome.Finished : RunOutcome.Cancelled), outcome.Message);
        Assert.Equal(Math.Min(cancelAfter, 6), outcome.Step);
    }

    private static TrainingOutcome RunHere(int cancelAfter = int.MaxValue)
    {
        using var cancel = new CancellationTokenSource();
        var options = TrainingJson.ParseOptions(Environment.GetEnvironmentVariable(OptionsVariable)!);
        return Trainer.Run(
            options,
            happened =>
            {
                if (happened is StepCompleted && happened.Step == cancelAfter)
                {
                    cancel.Cancel(); // in rank 0 alone, which alone hears of events
                }
            },
            cancel.Token);
    }

    private static void Train(TrainingOptions options, int cancelAfter = int.MaxValue) => Ranks.Pass(
        typeof(SharedRunTests), nameof(InEachOfTwoProcesses), (OptionsVariable, TrainingJson.ToJson(options)), (CancelVariable, $"{cancelAfter}"));

    private TrainingOptions Options(string run, bool sync, int micro) =>
        _cubes.Options(run) with { Distributed = true, SyncBatchNorm = sync, MicroBatchSize = micro };

    private static TorchDictionary Final(TrainingOptions options) => TorchFile.ReadDictionary(RunFolder.At(options.RunDir).Checkpoint("final"));
}
