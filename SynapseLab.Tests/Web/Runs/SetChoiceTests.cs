using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

public sealed class SetChoiceTests
{
    private static readonly DeviceInfo s_cpu = new("cpu", "CPU", 1);
    private readonly CubeSet _boxes = MadeUpSets.Boxes(2, 61);

    [Theory]
    [InlineData(32, "raw+pre+cleft", 1, 32)]
    [InlineData(32, "raw", 1, 60)]
    [InlineData(32, "raw+pre+cleft", 2, 60)]
    [InlineData(64, "raw+pre+cleft", 1, 60)]
    public void Defaults_WholeBoxes_TakeTheSizeOfTheDatasetsCubesWhereTheyFit(int size, string channels, int datasetId, int expected)
    {
        TrainingOptions options = SetChoice.Defaults(_boxes, [_boxes, MadeUpSets.Cubes(40, size, channels, datasetId)], s_cpu);

        Assert.Equal(("bbox", expected), (options.Pipeline, options.CubeSize));
        Assert.Empty(OptionCheck.Of(options with { PreprocDir = "boxes", RunDir = "run" }, _boxes, _ => true));
        Assert.DoesNotContain(OptionFields.For(["cpu"], [], _boxes), field => OptionFields.IsChanged(field, options, options));
    }

    [Fact]
    public void Fit_LeavesNothingThatThePipelineCannotHave()
    {
        var onCubes = new TrainingOptions { PreprocDir = "x", RunDir = "run", Augmentation = "em", BatchSize = 16, Epochs = 3 };

        TrainingOptions onBoxes = SetChoice.Fit(onCubes, _boxes);
        Assert.Equal(("bbox", "bbox", 60, 3), (onBoxes.Pipeline, onBoxes.Augmentation, onBoxes.CubeSize, onBoxes.Epochs));
        Assert.Empty(OptionCheck.Of(onBoxes, _boxes, _ => true));
        TrainingOptions back = SetChoice.Fit(onBoxes, MadeUpSets.Cubes(40));
        Assert.Equal(("synapse", "seed"), (back.Pipeline, back.Augmentation));
        Assert.Empty(OptionCheck.Of(back, MadeUpSets.Cubes(40), _ => true));
    }

    [Fact]
    public void For_APreset_FindsTheDatasetsSetOfItsPipelineOrSaysWhatIsMissing()
    {
        CubeSet cubes = MadeUpSets.Cubes(40);
        OptionPreset preset = OptionPresets.Find("seed-bbox");
        TrainingOptions options = preset.Apply(new());

        Assert.Same(_boxes, SetChoice.For(options, cubes, [cubes, MadeUpSets.Boxes(1, 99, datasetId: 2), _boxes]));
        Assert.Same(_boxes, SetChoice.For(options, _boxes, [cubes, _boxes]));
        Assert.Null(SetChoice.For(options, cubes, [cubes, MadeUpSets.Boxes(1, 99, datasetId: 2)]));
        Assert.StartsWith("Seed bbox trains on random cubes out of whole boxes, and phantom has none prepared", SetChoice.Missing(preset, options, cubes));
    }

    [Fact]
    public void Sentences_OfARunOnBoxes_SayWhatIsDrawnAndWhatIsEmbedded()
    {
        TrainingOptions options = SetChoice.Defaults(_boxes, [], s_cpu) with { CubeSize = 32, CubesPerBbox = 17, BatchSize = 8, MaskAwareAfterEpoch = 3 };
        string[] without = [.. BoxEffect.Sentences(options, _boxes, [_boxes])];
        string[] with = [.. BoxEffect.Sentences(options, _boxes, [MadeUpSets.Cubes(40, 16), MadeUpSets.Cubes(50)])];

        Assert.StartsWith("Pipeline bbox: an epoch draws 34 cubes of 32³ anywhere in 2 bounding boxes", without[0]);
        Assert.Contains("the last 2 make no whole step", without[0], StringComparison.Ordinal);
        Assert.StartsWith("After 3 epochs a cube is drawn again", without[1]);
        Assert.Contains("prepare cubes of 32³ with raw+pre+cleft", without[2], StringComparison.Ordinal);
        Assert.EndsWith("at the end the 50 synapse cubes of 32³ are embedded.", with[2]);
        Assert.Empty(BoxEffect.Sentences(new(), MadeUpSets.Cubes(40), []));
    }

    [Fact]
    public void Effect_OfARunOnBoxes_CountsTheCubesThatAreDrawn()
    {
        TrainingOptions options = SetChoice.Defaults(_boxes, [], s_cpu) with { CubesPerBbox = 17, BatchSize = 8, Epochs = 5 };

        string[] sentences = [.. RunEffect.Sentences(options, _boxes)];

        Assert.Contains("4 steps an epoch, 20 in all; 14 effective negatives.", sentences);
        Assert.DoesNotContain(sentences, sentence => sentence.Contains("incomplete", StringComparison.Ordinal));
    }

    [Fact]
    public void Effect_OfOneStepOneCubeOneEpoch_SpeaksInTheSingular()
    {
        TrainingOptions options = SetChoice.Defaults(_boxes, [], s_cpu) with { CubesPerBbox = 17, BatchSize = 32, MaskAwareAfterEpoch = 1, Epochs = 1 };

        Assert.Contains("1 step an epoch, 1 in all; 62 effective negatives.", RunEffect.Sentences(options, _boxes));
        Assert.Contains(BoxEffect.Sentences(options, _boxes, []), sentence => sentence.StartsWith("After 1 epoch a cube", StringComparison.Ordinal));
        Assert.Contains(
            RunEffect.Sentences(new() { BatchSize = 39 }, MadeUpSets.Cubes(40)), sentence => sentence.Contains("incomplete step of 1 cube is", StringComparison.Ordinal));
    }
}
