using SynapseLab.Engine.Diagnosis;
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
        var (outcome, events) = RecordedRun.Of(options);

        RecordedRun.AssertFinished(outcome);
        var started = Assert.IsType<RunStarted>(events[0]);
        Assert.Equal((10, 2, 6L, 6, "cpu"), (started.CubeCount, started.StepsPerEpoch, started.TotalSteps, started.EffectiveNegatives, started.Device));
        Assert.Equal(Math.Log(7), started.ChanceLoss!.Value, 12);
        Assert.Equal([1L, 2, 3, 4, 5, 6], events.OfType<StepCompleted>().Select(step => step.Step));
        Assert.Equal([1, 2, 3], events.OfType<EpochCompleted>().Select(epoch => epoch.Epoch));
        var metrics = Assert.Single(events.OfType<MetricsComputed>());
        Assert.Equal((10, 5, 16), (metrics.SampleCount, metrics.SilhouetteClusters, metrics.EmbeddingDimension));
        Assert.Equal(["latest", "latest", "latest", "best", "latest", "final"], events.OfType<CheckpointSaved>().Select(saved => saved.Kind));
        RecordedRun.AssertFinished(events);
        Assert.Equal(events, ProgressLog.Read(options.RunDir));
        Assert.All(
            ["config.json", "progress.jsonl", "checkpoints/latest.pt", "checkpoints/best.pt", "checkpoints/final.pt", "backbone_final.pt", "backbone_final.safetensors"],
            name => Assert.True(File.Exists(Path.Combine(options.RunDir, name)), name));
    }

    [Fact]
    public void Run_TwiceWithOneSeed_GivesTheSameWeights()
    {
        RecordedRun.Of(_cubes.Options("a"));
        RecordedRun.Of(_cubes.Options("b"));
        RecordedRun.Of(_cubes.Options("c") with { Seed = 7 });

        Assert.Equal(File.ReadAllBytes(Backbone("a")), File.ReadAllBytes(Backbone("b")));
        Assert.NotEqual(File.ReadAllBytes(Backbone("a")), File.ReadAllBytes(Backbone("c")));
    }

    [Fact]
    public void Run_WithAccumulation_TakesFewerStepsWithTheNegativesOfOneBatch()
    {
        var (outcome, events) = RecordedRun.Of(_cubes.Options() with { BatchSize = 3, GradientAccumulationSteps = 2, Epochs = 2 });
        var started = Assert.IsType<RunStarted>(events[0]);

        RecordedRun.AssertFinished(outcome);
        Assert.Equal((1, 2L, 4), (started.StepsPerEpoch, started.TotalSteps, started.EffectiveNegatives));
        Assert.Equal(2, events.OfType<StepCompleted>().Count());
    }

    [Fact]
    public void Run_WithAveragedWeights_EndsWithThemInTheBackbone()
    {
        var options = _cubes.Options() with { EmaDecay = 0.9 };
        RecordedRun.Of(options);
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
    public void Run_LossNotFinite_FailsAndKeepsTheLastGoodCheckpoint()
    {
        var options = _cubes.Options();
        options = options with { LearningRate = 1000, Optimizer = "sgd", ClipNorm = 10, WarmupEpochs = 0, Epochs = 60, MethodParameters = options.MethodParameters.With("Temperature", 0.001) };
        var (outcome, events) = RecordedRun.Of(options);

        Assert.Equal(RunOutcome.Failed, outcome.Outcome);
        Assert.Contains("no longer a finite number", Assert.IsType<RunFinished>(events[^1]).Message, StringComparison.Ordinal);
        Assert.Equal((DiagnosisKind.ExplodingLoss, DiagnosisSeverity.Failure), events.OfType<DiagnosisMade>().Select(made => (made.Kind, made.Severity)).Last());
        var weights = TorchFile.ReadDictionary(RunFolder.At(options.RunDir).LatestPath).Get<TorchDictionary>("model_state_dict");
        Assert.All(weights.Values.Cast<TensorData>().Where(tensor => tensor.ElementType == TensorElementType.Float32), tensor => Assert.All(tensor.ToArray<float>(), value => Assert.True(float.IsFinite(value))));
    }

    // Metrics embed in eval mode, between two steps of training, and draw views of their own.
    [Fact]
    public void Run_WithMetricsEachEpoch_TrainsAsWithout()
    {
        RecordedRun.Of(_cubes.Options("with") with { EvaluateEveryEpochs = 1 });
        RecordedRun.Of(_cubes.Options("without"));

        Assert.Equal(File.ReadAllBytes(Backbone("without")), File.ReadAllBytes(Backbone("with")));
    }

    [Fact]
    public void Run_TwentySteps_LowersTheLoss()
    {
        var options = _cubes.Options() with { Epochs = 20, Width = 4, Threads = 2, LearningRate = 3e-3 };
        double[] losses = RecordedRun.Losses(RecordedRun.Of(options).Events);

        Assert.True(losses[^8..].Average() < losses[..8].Average() - 0.2, string.Join(" ", losses));
    }

    [Fact]
    public void Run_BFloat16_TrainsWithFloat32WeightsAndLoss()
    {
        var (outcome, events) = RecordedRun.Of(_cubes.Options() with { Precision = "bfloat16" });

        RecordedRun.AssertFinished(outcome);
        Assert.All(RecordedRun.Losses(events), loss => Assert.InRange(loss, 0, 20));
        var weights = Checkpoint("run").Get<TorchDictionary>("model_state_dict");
        Assert.All(weights.Where(entry => ((string)entry.Key).EndsWith("weight", StringComparison.Ordinal)), entry => Assert.Equal(TensorElementType.Float32, ((TensorData)entry.Value!).ElementType));
    }

    private string Backbone(string run) => RunFolder.At(_cubes.Options(run).RunDir).BackbonePath;

    private TorchDictionary Checkpoint(string run) => TorchFile.ReadDictionary(RunFolder.At(_cubes.Options(run).RunDir).Checkpoint("final"));
}
