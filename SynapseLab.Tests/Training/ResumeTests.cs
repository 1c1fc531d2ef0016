using SynapseLab.Engine.Training;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Training;

/// <summary>A run that was interrupted ends like one that was not.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new();

    public void Dispose() => _cubes.Dispose();

    [Theory]
    [InlineData("adamw", 1)] // in mid-epoch
    [InlineData("adamw", 2)] // between epochs
    [InlineData("adamw", 5)]
    [InlineData("sgd", 3)]
    public void Resume_AfterCancellationAtAnyStep_IsBitEqualToAnUndisturbedRun(string optimizer, int cancelAfter)
    {
        var undisturbed = RecordedRun.Of(_cubes.Options("undisturbed") with { Optimizer = optimizer });
        var options = _cubes.Options("cancelled") with { Optimizer = optimizer };
        var cancelled = RecordedRun.Of(options, cancelAfter);
        var resumed = RecordedRun.Of(options with { Resume = true });

        Assert.Equal((RunOutcome.Cancelled, (long)cancelAfter), (cancelled.Outcome.Outcome, cancelled.Outcome.Step));
        RecordedRun.AssertFinished(resumed.Outcome);
        Assert.Equal(RecordedRun.Losses(undisturbed.Events), RecordedRun.Losses([.. cancelled.Events, .. resumed.Events]));
        CheckpointComparison.AssertSameState(Checkpoint("undisturbed"), Checkpoint("cancelled"));
        Assert.Equal(File.ReadAllBytes(Backbone("undisturbed")), File.ReadAllBytes(Backbone("cancelled")));
    }

    public static TheoryData<string, string> OptimisersAndSchedules =>
        new MatrixTheoryData<string, string>(["adamw", "adam", "sgd", "lars"], ["constant", "step", "plateau", "cosine", "warm-restarts"]);

    [Theory]
    [MemberData(nameof(OptimisersAndSchedules))]
    public void Resume_WithEachOptimiserAndSchedule_IsBitEqualToAnUndisturbedRun(string optimizer, string schedule)
    {
        TrainingOptions Of(string run) => _cubes.Options(run) with
        {
            Optimizer = optimizer,
            Schedule = schedule,
            WarmupEpochs = 0.5,
            StepEpochs = 1,
            PlateauPatience = 0,
            RestartEpochs = 1,
            LearningRate = optimizer == "lars" ? 1 : 1e-3,
        };
        var undisturbed = RecordedRun.Of(Of("undisturbed"));
        var cancelled = RecordedRun.Of(Of("cancelled"), 3);
        var resumed = RecordedRun.Of(Of("cancelled") with { Resume = true });

        Assert.Equal(RecordedRun.Rates(undisturbed.Events), RecordedRun.Rates([.. cancelled.Events, .. resumed.Events]));
        CheckpointComparison.AssertSameState(Checkpoint("undisturbed"), Checkpoint("cancelled"));
        CheckpointComparison.AssertSame(Checkpoint("undisturbed")["scheduler_state_dict"], Checkpoint("cancelled")["scheduler_state_dict"], "scheduler_state_dict");
    }

    [Fact]
    public void Resume_WithAveragedWeightsAndAccumulation_IsBitEqualToAnUndisturbedRun()
    {
        TrainingOptions Of(string run) => _cubes.Options(run) with { EmaDecay = 0.9, GradientAccumulationSteps = 2, BatchSize = 2 };
        RecordedRun.Of(Of("undisturbed"));
        RecordedRun.Of(Of("cancelled"), 3);
        RecordedRun.Of(Of("cancelled") with { Resume = true });

        CheckpointComparison.AssertSameState(Checkpoint("undisturbed"), Checkpoint("cancelled"));
        CheckpointComparison.AssertSame(Checkpoint("undisturbed")["ema_state_dict"], Checkpoint("cancelled")["ema_state_dict"], "ema_state_dict");
        Assert.Equal(File.ReadAllBytes(Backbone("undisturbed")), File.ReadAllBytes(Backbone("cancelled")));
    }

    [Fact]
    public void Resume_WithMicroBatches_IsBitEqualToAnUndisturbedRun()
    {
        RecordedRun.Of(_cubes.Options("undisturbed") with { MicroBatchSize = 2 });
        var options = _cubes.Options("cancelled") with { MicroBatchSize = 2 };
        RecordedRun.Of(options, 3);
        RecordedRun.Of(options with { Resume = true });
        RecordedRun.Of(_cubes.Options("whole"));

        CheckpointComparison.AssertSameState(Checkpoint("undisturbed"), Checkpoint("cancelled"));
        Assert.NotEqual(File.ReadAllBytes(Backbone("whole")), File.ReadAllBytes(Backbone("cancelled"))); // batch norm sees micro-batches
    }

    [Fact]
    public void Resume_AfterAKill_GoesOnFromTheLastCheckpoint()
    {
        RecordedRun.Of(_cubes.Options("undisturbed"));
        var options = _cubes.Options("killed");

        RecordedRun.Kill(options, atStep: 3); // the second epoch's first
        var resumed = RecordedRun.Of(options with { Resume = true });

        Assert.Equal(2, Assert.IsType<RunStarted>(resumed.Events[0]).Step);
        CheckpointComparison.AssertSameState(Checkpoint("undisturbed"), Checkpoint("killed"));
    }

    [Theory]
    [InlineData("adamw")]
    [InlineData("lars")]
    public void Resume_AfterTheLastStep_WritesTheSameFinalCheckpoint(string optimizer)
    {
        TrainingOptions Of(string run) => _cubes.Options(run) with { Optimizer = optimizer, WarmupEpochs = 1 };
        RecordedRun.Of(Of("undisturbed"));
        RecordedRun.Of(Of("killed"));
        File.Delete(RunFolder.At(Of("killed").RunDir).Checkpoint("final")); // as if it had been killed on the way there
        RecordedRun.Of(Of("killed") with { Resume = true });

        CheckpointComparison.AssertSameState(Checkpoint("undisturbed"), Checkpoint("killed"));
    }

    private string Backbone(string run) => RunFolder.At(_cubes.Options(run).RunDir).BackbonePath;

    private TorchDictionary Checkpoint(string run) => TorchFile.ReadDictionary(RunFolder.At(_cubes.Options(run).RunDir).Checkpoint("final"));
}
