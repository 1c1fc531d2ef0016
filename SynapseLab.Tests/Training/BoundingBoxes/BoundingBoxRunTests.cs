using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Torch;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Training;

public sealed class BoundingBoxRunTests : IDisposable
{
    private readonly SyntheticVolumes _volumes = new((z, y, x) => (z + y + x) % 5 == 0 && z < 10);

    public void Dispose() => _volumes.Dispose();

    [Fact]
    public void Run_MaskAwareCancelledAndResumed_IsBitEqualToAnUndisturbedRun()
    {
        TrainingOptions Of(string run) => _volumes.Options(run) with { MaskAwareAfterEpoch = 1 };
        RecordedRun.AssertFinished(Train(Of("undisturbed")));
        var stopped = Train(Of("cancelled"), 3);
        Assert.Equal((RunOutcome.Cancelled, 3L), (stopped.Outcome, stopped.Step));
        RecordedRun.AssertFinished(Train(Of("cancelled") with { Resume = true }));
        Train(Of("blind") with { MaskAwareAfterEpoch = -1 });

        CheckpointComparison.AssertSameState(Final("undisturbed"), Final("cancelled"));
        Assert.NotEqual(File.ReadAllBytes(Backbone("undisturbed")), File.ReadAllBytes(Backbone("blind")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_MaskAwareOutOfMemory_RepeatsTheStepWithTheSameRedraws(long seed)
    {
        using var volumes = new SyntheticVolumes((z, _, _) => z % 12 == 0); // one section in each cube, which a view's crop may lose
        TrainingOptions Of(string run) => volumes.Options(run) with
        {
            MaskAware = true,
            CubeSize = 12,
            CubesPerBbox = 8,
            BatchSize = 8,
            GradientAccumulationSteps = 2,
            Seed = seed,
        };
        int batches = 0;
        Train(Of("smaller") with { MicroBatchSize = 4 });
        var events = new List<TrainingEvent>();
        var fallen = Trainer.Run(Of("fallen"), events.Add, TimeProvider.System, default, _ =>
        {
            if (++batches == 2)
            {
                throw new TorchOutOfMemoryException("planted");
            }
        });

        RecordedRun.AssertFinished(fallen);
        Assert.Single(events.OfType<RunWarned>());
        Assert.Equal("stream", events.OfType<RunStarted>().Single().Loading);
        TorchDictionary Final(string run) => TorchFile.ReadDictionary(RunFolder.At(Of(run).RunDir).Checkpoint("final"));
        CheckpointComparison.AssertSameState(Final("smaller"), Final("fallen"));
    }

    [Fact]
    public void Run_SignedScalingOfZScoredRaw_IsRefused()
    {
        var error = Assert.Throws<EngineException>(() => Train(_volumes.Options() with { InputScaling = "signed" }));

        Assert.Contains("InputScaling: Expected unit or auto for the pipeline bbox", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Preflight_OnVolumes_Measures() =>
        Assert.True(Preflight.Run(_volumes.Options("never"), null, default).CubesPerSecond > 0);

    [Fact]
    public void Run_WithMetrics_MeasuresTheHundredProbeCubes()
    {
        var events = new List<TrainingEvent>();
        Trainer.Run(_volumes.Options() with { EvaluateEveryEpochs = 2 }, events.Add, default);

        Assert.Equal(8, Assert.IsType<RunStarted>(events[0]).CubeCount);
        var metrics = Assert.Single(events.OfType<MetricsComputed>());
        Assert.Equal((100, null), (metrics.SampleCount, metrics.KnnAccuracy));
    }

    [Fact]
    public void Evaluate_BboxCheckpointOnSynapseCubes_SeesZScoredRaw()
    {
        Train(_volumes.Options());
        using var made = new SyntheticCubes(6, 16);
        using var cubes = Engine.Data.CubeStore.Open(made.PreprocDir);

        var trained = EmbeddingExtractor.Extract(RunFolder.At(_volumes.Options().RunDir).Checkpoint("final"), cubes, "cpu", null, default);
        var plain = EmbeddingExtractor.Extract(Backbone("run"), cubes, "cpu", null, default); // the same weights, not known to be of this pipeline

        Assert.Equal((6, 16), (trained.Count, trained.Dimension));
        Assert.NotEqual(plain.Values, trained.Values);
    }

    [Fact]
    public void Run_CubesLargerThanABox_IsRefusedWithTheBox()
    {
        var error = Assert.Throws<EngineException>(() => Train(_volumes.Options() with { CubeSize = 14 }));

        Assert.Contains("bbox2, which is 16 × 12 × 18", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadBatch_PerCubeNormalisation_GivesMeanZeroAndDeviationOne()
    {
        using var normalised = _volumes.Open(_volumes.Options());
        using var plain = _volumes.Open(_volumes.Options() with { PerCubeNormalisation = false });
        float[] cube = normalised.ReadArray(0, [1]).Cubes[..512], source = plain.ReadArray(0, [1]).Cubes[..512];
        double mean = source.Average(v => (double)v), deviation = Math.Sqrt(source.Average(v => (v - mean) * (v - mean)));

        Assert.True(Math.Abs(mean) > 1e-3);
        Assert.All(cube.Zip(source), pair => Assert.Equal((pair.Second - mean) / (deviation + 1e-6), pair.First, 1e-5));
    }

    [Fact]
    public void Pipeline_Chosen_BringsItsAugmentationAndHeadUnlessSet()
    {
        var pipeline = OptionSchema.Find("Pipeline")!;
        var chosen = pipeline.Write(new TrainingOptions(), "bbox")!;

        Assert.Equal(("bbox", "2048", "256", "0.1"), (chosen.Augmentation, Read("ProjectionHidden"), Read("ProjectionOutput"), Read("Temperature")));
        Assert.Equal(new TrainingOptions(), pipeline.Write(chosen, "synapse"));
        Assert.Equal("vgg", pipeline.Write(new TrainingOptions { Augmentation = "vgg" }, "bbox")!.Augmentation);
        Assert.Contains((chosen with { Augmentation = "em", PreprocDir = "a", RunDir = "b" }).Validate(), error => error.Message.Contains("z-scored", StringComparison.Ordinal));

        string Read(string name) => OptionSchema.Find(name)!.Read(chosen);
    }

    private static TrainingOutcome Train(TrainingOptions options, int cancelAfter = int.MaxValue) => RecordedRun.Of(options, cancelAfter).Outcome;

    private string Backbone(string run) => RunFolder.At(_volumes.Options(run).RunDir).BackbonePath;

    private TorchDictionary Final(string run) => TorchFile.ReadDictionary(RunFolder.At(_volumes.Options(run).RunDir).Checkpoint("final"));
}
