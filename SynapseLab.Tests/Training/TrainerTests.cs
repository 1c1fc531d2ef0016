using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Training;

public sealed class TrainerTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new();

    public void Dispose() => _cubes.Dispose();

    [Fact]
    public void Run_ToTheEnd_EmitsEveryEventAndWritesEveryFile()
    {
        var options = _cubes.Options() with { EvaluateEveryEpochs = 3 };
        var (outcome, events) = Train(options);

        Assert.Equal(RunOutcome.Finished, outcome.Outcome);
        var started = Assert.IsType<RunStarted>(events[0]);
        Assert.Equal((10, 2, 6L, 6, "cpu"), (started.CubeCount, started.StepsPerEpoch, started.TotalSteps, started.EffectiveNegatives, started.Device));
        Assert.Equal(Math.Log(7), started.ChanceLoss!.Value, 12);
        Assert.Equal([1L, 2, 3, 4, 5, 6], events.OfType<StepCompleted>().Select(step => step.Step));
        Assert.Equal([1, 2, 3], events.OfType<EpochCompleted>().Select(epoch => epoch.Epoch));
        var metrics = Assert.Single(events.OfType<MetricsComputed>());
        Assert.Equal((10, 5, 16), (metrics.SampleCount, metrics.SilhouetteClusters, metrics.EmbeddingDimension));
        Assert.Equal(["latest", "latest", "latest", "best", "latest", "final"], events.OfType<CheckpointSaved>().Select(saved => saved.Kind));
        Assert.Equal(RunOutcome.Finished, Assert.IsType<RunFinished>(events[^1]).Outcome);
        Assert.Equal(events, ProgressLog.Read(options.RunDir));
        Assert.All(
            ["config.json", "progress.jsonl", "checkpoints/latest.pt", "checkpoints/best.pt", "checkpoints/final.pt", "backbone_final.pt", "backbone_final.safetensors"],
            name => Assert.True(File.Exists(Path.Combine(options.RunDir, name)), name));
    }

    [Fact]
    public void Run_TwiceWithOneSeed_GivesTheSameWeights()
    {
        Train(_cubes.Options("a"));
        Train(_cubes.Options("b"));
        Train(_cubes.Options("c") with { Seed = 7 });

        Assert.Equal(File.ReadAllBytes(Backbone("a")), File.ReadAllBytes(Backbone("b")));
        Assert.NotEqual(File.ReadAllBytes(Backbone("a")), File.ReadAllBytes(Backbone("c")));
    }

    [Theory]
    [InlineData("adamw", 1)] // in mid-epoch
    [InlineData("adamw", 2)] // between epochs
    [InlineData("adamw", 5)]
    [InlineData("sgd", 3)]
    public void Resume_AfterCancellationAtAnyStep_IsBitEqualToAnUndisturbedRun(string optimizer, int cancelAfter)
    {
        var undisturbed = Train(_cubes.Options("undisturbed") with { Optimizer = optimizer });
        var options = _cubes.Options("cancelled") with { Optimizer = optimizer };
        var cancelled = Train(options, cancelAfter);
        var resumed = Train(options with { Resume = true });

        Assert.Equal((RunOutcome.Cancelled, (long)cancelAfter), (cancelled.Outcome.Outcome, cancelled.Outcome.Step));
        Assert.Equal(RunOutcome.Finished, resumed.Outcome.Outcome);
        Assert.Equal(Losses(undisturbed.Events), Losses(cancelled.Events.Concat(resumed.Events)));
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
        var undisturbed = Train(Of("undisturbed"));
        var cancelled = Train(Of("cancelled"), 3);
        var resumed = Train(Of("cancelled") with { Resume = true });

        Assert.Equal(Rates(undisturbed.Events), Rates(cancelled.Events.Concat(resumed.Events)));
        CheckpointComparison.AssertSameState(Checkpoint("undisturbed"), Checkpoint("cancelled"));
        CheckpointComparison.AssertSame(Checkpoint("undisturbed")["scheduler_state_dict"], Checkpoint("cancelled")["scheduler_state_dict"], "scheduler_state_dict");
    }

    [Fact]
    public void Resume_WithAveragedWeightsAndAccumulation_IsBitEqualToAnUndisturbedRun()
    {
        TrainingOptions Of(string run) => _cubes.Options(run) with { EmaDecay = 0.9, GradientAccumulationSteps = 2, BatchSize = 2 };
        Train(Of("undisturbed"));
        Train(Of("cancelled"), 3);
        Train(Of("cancelled") with { Resume = true });

        CheckpointComparison.AssertSameState(Checkpoint("undisturbed"), Checkpoint("cancelled"));
        CheckpointComparison.AssertSame(Checkpoint("undisturbed")["ema_state_dict"], Checkpoint("cancelled")["ema_state_dict"], "ema_state_dict");
        Assert.Equal(File.ReadAllBytes(Backbone("undisturbed")), File.ReadAllBytes(Backbone("cancelled")));
    }

    [Fact]
    public void Run_WithAccumulation_TakesFewerStepsWithTheNegativesOfOneBatch()
    {
        var (outcome, events) = Train(_cubes.Options() with { BatchSize = 3, GradientAccumulationSteps = 2, Epochs = 2 });
        var started = Assert.IsType<RunStarted>(events[0]);

        Assert.Equal(RunOutcome.Finished, outcome.Outcome);
        Assert.Equal((1, 2L, 4), (started.StepsPerEpoch, started.TotalSteps, started.EffectiveNegatives));
        Assert.Equal(2, events.OfType<StepCompleted>().Count());
    }

    [Fact]
    public void Run_AccumulationBeyondTheSet_IsRefusedWithAdvice()
    {
        var error = Assert.Throws<EngineException>(() => Train(_cubes.Options() with { GradientAccumulationSteps = 3 }));

        Assert.Contains("3 batches of 4 needs 12 cubes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithAveragedWeights_EndsWithThemInTheBackbone()
    {
        var options = _cubes.Options() with { EmaDecay = 0.9 };
        Train(options);
        var averaged = Checkpoint("run").Get<TorchDictionary>("ema_state_dict").Get<TensorData>("backbone.conv1.weight");
        var last = Checkpoint("run").Get<TorchDictionary>("model_state_dict").Get<TensorData>("backbone.conv1.weight");

        Assert.Equal(averaged.Bytes, TorchFile.ReadDictionary(Backbone("run")).Get<TensorData>("conv1.weight").Bytes);
        Assert.NotEqual(averaged.Bytes, last.Bytes);
        using var cubes = SynapseLab.Engine.Data.CubeStore.Open(options.PreprocDir);
        Assert.Equal(
            EmbeddingExtractor.Extract(Backbone("run"), cubes, "cpu", null, default).Values,
            EmbeddingExtractor.Extract(RunFolder.At(options.RunDir).Checkpoint("final"), cubes, "cpu", null, default).Values);
    }

    [Fact]
    public void Run_Float16OnTheCpu_IsRefusedWithAdvice()
    {
        var error = Assert.Throws<EngineException>(() => Train(_cubes.Options() with { Precision = "float16" }));

        Assert.Contains("needs a GPU", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_cubes.Options().RunDir));
    }

    [Fact]
    public void Resume_WithMicroBatches_IsBitEqualToAnUndisturbedRun()
    {
        Train(_cubes.Options("undisturbed") with { MicroBatchSize = 2 });
        var options = _cubes.Options("cancelled") with { MicroBatchSize = 2 };
        Train(options, 3);
        Train(options with { Resume = true });
        Train(_cubes.Options("whole"));

        CheckpointComparison.AssertSameState(Checkpoint("undisturbed"), Checkpoint("cancelled"));
        Assert.NotEqual(File.ReadAllBytes(Backbone("whole")), File.ReadAllBytes(Backbone("cancelled"))); // batch norm sees micro-batches
    }

    [Fact]
    public void Resume_AfterAKill_GoesOnFromTheLastCheckpoint()
    {
        Train(_cubes.Options("undisturbed"));
        var options = _cubes.Options("killed");

        // A kill leaves no time to save: let the emitter throw something the trainer does not know in the second epoch's first step.
        Assert.Throws<KilledException>(() => Trainer.Run(options, e => Kill(e is StepCompleted { Step: 3 }), default));
        var resumed = Train(options with { Resume = true });

        Assert.Equal(2, Assert.IsType<RunStarted>(resumed.Events[0]).Step);
        CheckpointComparison.AssertSameState(Checkpoint("undisturbed"), Checkpoint("killed"));
    }

    [Fact]
    public void Resume_WhileTheRunGoesOn_IsRefusedAndDisturbsNothing()
    {
        var options = _cubes.Options();
        EngineException? refusal = null;
        var outcome = Trainer.Run(
            options,
            e => refusal ??= e is StepCompleted { Step: 2 } ? Assert.Throws<EngineException>(() => Trainer.Run(options with { Resume = true }, _ => { }, default)) : null,
            default);

        Assert.Equal(RunOutcome.Finished, outcome.Outcome);
        Assert.Contains("in use", refusal?.Message, StringComparison.Ordinal);
        Assert.Single(ProgressLog.Read(options.RunDir).OfType<RunStarted>());
        Assert.Equal(RunOutcome.Finished, Train(options with { Resume = true }).Outcome.Outcome);
    }

    [Fact]
    public void Run_IntoAFolderThatHoldsARun_IsRefused()
    {
        var options = _cubes.Options();
        Train(options);
        byte[] before = File.ReadAllBytes(ProgressLog.PathIn(options.RunDir));

        var error = Assert.Throws<EngineException>(() => Train(options));

        Assert.Contains("already holds a run", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(ProgressLog.PathIn(options.RunDir)));
    }

    [Fact]
    public void Run_BatchLargerThanTheSet_IsRefusedWithAdvice()
    {
        var error = Assert.Throws<EngineException>(() => Train(_cubes.Options() with { BatchSize = 11 }));

        Assert.Contains("11", error.Message, StringComparison.Ordinal);
        Assert.Contains("at most 10", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_cubes.Options().RunDir));
    }

    [Fact]
    public void Run_LossNotFinite_FailsAndKeepsTheLastGoodCheckpoint()
    {
        var options = _cubes.Options();
        options = options with { LearningRate = 1000, Optimizer = "sgd", WarmupEpochs = 0, Epochs = 60, MethodParameters = options.MethodParameters.With("Temperature", 0.001) };
        var (outcome, events) = Train(options);

        Assert.Equal(RunOutcome.Failed, outcome.Outcome);
        Assert.Contains("no longer a finite number", Assert.IsType<RunFinished>(events[^1]).Message, StringComparison.Ordinal);
        var weights = TorchFile.ReadDictionary(RunFolder.At(options.RunDir).LatestPath).Get<TorchDictionary>("model_state_dict");
        Assert.All(weights.Values.Cast<TensorData>().Where(tensor => tensor.ElementType == TensorElementType.Float32), tensor => Assert.All(tensor.ToArray<float>(), value => Assert.True(float.IsFinite(value))));
    }

    [Fact]
    public void Run_TwentySteps_LowersTheLoss()
    {
        var options = _cubes.Options() with { Epochs = 20, Width = 4, Threads = 2, LearningRate = 3e-3 };
        double[] losses = Losses(Train(options).Events);

        Assert.True(losses[^8..].Average() < losses[..8].Average() - 0.2, string.Join(" ", losses));
    }

    [Fact]
    public void Run_BFloat16_TrainsWithFloat32WeightsAndLoss()
    {
        var (outcome, events) = Train(_cubes.Options() with { Precision = "bfloat16" });

        Assert.Equal(RunOutcome.Finished, outcome.Outcome);
        Assert.All(Losses(events), loss => Assert.InRange(loss, 0, 20));
        var weights = Checkpoint("run").Get<TorchDictionary>("model_state_dict");
        Assert.All(weights.Where(entry => ((string)entry.Key).EndsWith("weight", StringComparison.Ordinal)), entry => Assert.Equal(TensorElementType.Float32, ((TensorData)entry.Value!).ElementType));
    }

    private (TrainingOutcome Outcome, IReadOnlyList<TrainingEvent> Events) Train(TrainingOptions options, int cancelAfter = int.MaxValue)
    {
        using var cancellation = new CancellationTokenSource();
        var events = new List<TrainingEvent>();
        var outcome = Trainer.Run(
            options,
            trainingEvent =>
            {
                events.Add(trainingEvent);
                if (trainingEvent is StepCompleted && trainingEvent.Step >= cancelAfter)
                {
                    cancellation.Cancel();
                }
            },
            cancellation.Token);
        return (outcome, events);
    }

    private string Backbone(string run) => RunFolder.At(_cubes.Options(run).RunDir).BackbonePath;

    private TorchDictionary Checkpoint(string run) => TorchFile.ReadDictionary(RunFolder.At(_cubes.Options(run).RunDir).Checkpoint("final"));

    private static double[] Losses(IEnumerable<TrainingEvent> events) => [.. events.OfType<StepCompleted>().Select(step => step.Loss)];

    private static double[] Rates(IEnumerable<TrainingEvent> events) => [.. events.OfType<StepCompleted>().Select(step => step.LearningRate)];

    private static void Kill(bool now)
    {
        if (now)
        {
            throw new KilledException();
        }
    }

    private sealed class KilledException : Exception;
}
