using SynapseLab.Engine;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class TrainingOptionsTests
{
    private static readonly TrainingOptions s_valid = new() { PreprocDir = "cubes", RunDir = "run" };

    [Fact]
    public void Validate_Defaults_AreInRange() => Assert.Empty(s_valid.Validate());

    public static TheoryData<TrainingOptions, string> OutOfRange => new()
    {
        { s_valid with { PreprocDir = " " }, "PreprocDir" },
        { s_valid with { Backbone = "resnet18" }, "Backbone" },
        { s_valid with { Stem = "" }, "Stem" },
        { s_valid with { Width = 0 }, "Width" },
        { s_valid with { BatchSize = 1 }, "BatchSize" },
        { s_valid with { MethodParameters = MethodParameters.None.With("Temperature", double.NaN) }, "Temperature" },
        { s_valid with { LearningRate = -1 }, "LearningRate" },
        { s_valid with { WarmupEpochs = -1 }, "WarmupEpochs" },
        { s_valid with { Optimizer = "lion" }, "Optimizer" },
        { s_valid with { Augmentation = "weak" }, "Augmentation" },
        { s_valid with { Precision = "float64" }, "Precision" },
        { s_valid with { Schedule = "linear" }, "Schedule" },
        { s_valid with { Schedule = "step", StepEpochs = 0 }, "StepEpochs" },
        { s_valid with { Schedule = "step", StepFactor = 1.5 }, "StepFactor" },
        { s_valid with { Schedule = "plateau", PlateauPatience = -1 }, "PlateauPatience" },
        { s_valid with { Schedule = "plateau", PlateauFactor = 0 }, "PlateauFactor" },
        { s_valid with { Schedule = "warm-restarts", RestartEpochs = 0 }, "RestartEpochs" },
        { s_valid with { ClipNorm = -1 }, "ClipNorm" },
        { s_valid with { EmaDecay = 1 }, "EmaDecay" },
        { s_valid with { GradientAccumulationSteps = 0 }, "GradientAccumulationSteps" },
        { s_valid with { CheckpointEveryEpochs = 0 }, "CheckpointEveryEpochs" },
        { s_valid with { Device = "tpu" }, "Device" },
        { s_valid with { Device = "cuda:x" }, "Device" },
        { s_valid with { Threads = -1 }, "Threads" },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_OneOptionOutOfRange_NamesIt(TrainingOptions options, string option) =>
        Assert.Equal(option, Assert.Single(options.Validate()).Option);

    [Fact]
    public void Validate_SettingsOfAScheduleThatIsNotChosen_DoNotCount() =>
        Assert.Empty((s_valid with { StepEpochs = 0, PlateauFactor = 0, RestartEpochs = 0 }).Validate());

    [Fact]
    public void Json_ThereAndBack_IsTheSame()
    {
        var options = s_valid with { Seed = long.MinValue, MethodParameters = MethodParameters.None.With("Temperature", 0.1), WarmupEpochs = 0.5, Resume = true };

        Assert.Equal(options, TrainingJson.ParseOptions(TrainingJson.ToJson(options)));
        Assert.Equal(new TrainingOptions { Width = 8 }, TrainingJson.ParseOptions("""{"width": 8}"""));
        Assert.Throws<EngineException>(() => TrainingJson.ParseOptions("""{"width": "eight"}"""));
    }

    [Theory]
    [InlineData("simclr", 0, false, 1)]
    [InlineData("mvm", 0, false, 0.5)] // one view
    [InlineData("byol", 0, false, 8 / 6.0)] // both views go forward through the momentum encoder too
    [InlineData("moco2", 0, false, 8 / 6.0)]
    [InlineData("simclr", 4, false, 8 / 6.0)] // gradient caching encodes once more
    [InlineData("byol", 4, false, 10 / 6.0)]
    [InlineData("simclr", 32, false, 1)]
    [InlineData("simclr", 0, true, 1 / 3.0)] // nothing goes back through a frozen backbone
    public void Estimate_FollowsThePassesOfTheMethod(string method, int microBatch, bool isFrozen, double times)
    {
        var device = new DeviceInfo("cuda:0", "some GPU", 8L << 30);
        double seconds = TrainingEstimate.For(s_valid, 512, 32, 3, device).Seconds;
        var options = s_valid with { Method = method, MicroBatchSize = microBatch, FreezeBackbone = isFrozen };

        Assert.Equal(times * seconds, TrainingEstimate.For(options, 512, 32, 3, device).Seconds, 1e-9 * seconds);
    }

    [Theory]
    [InlineData(509, 80, "cpu")]
    [InlineData(80, 32, "cpu")]
    [InlineData(2, 32, "cpu")]
    [InlineData(509, 80, "cuda:0")]
    public void Defaults_ForCubesAndDevice_AreInRangeAndFitTheSet(int cubeCount, int cubeSize, string device)
    {
        var info = new DeviceInfo(device, "some device", 8L << 30);
        var options = TrainingDefaults.For(cubeCount, cubeSize, 3, info) with { PreprocDir = "cubes", RunDir = "run" };
        var estimate = TrainingEstimate.For(options, cubeCount, cubeSize, 3, info);

        Assert.Empty(options.Validate());
        Assert.InRange(options.BatchSize, 2, cubeCount);
        Assert.True(estimate.StepsPerEpoch >= 1);
        Assert.Contains($"{2 * (options.BatchSize - 1)} negatives a step", estimate.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 64)]
    [InlineData(2, 32)]
    [InlineData(7, 10)]
    public void DefaultsForBoxes_DrawEnoughForTheSeedsBatch(int boxes, int cubesPerBox)
    {
        var options = TrainingDefaults.ForBoxes(boxes, 32, new DeviceInfo("cpu", "CPU", 1)) with { PreprocDir = "boxes", RunDir = "run" };

        Assert.Equal(("bbox", 32, cubesPerBox, "bbox"), (options.Pipeline, options.CubeSize, options.CubesPerBbox, options.Augmentation));
        Assert.Empty(options.Validate());
        Assert.InRange(OptionPresets.Find("seed-bbox").Apply(options).BatchSize, 2, boxes * cubesPerBox);
        Assert.InRange(options.BatchSize, 2, boxes * cubesPerBox);
    }
}
