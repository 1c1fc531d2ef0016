using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

public sealed class OptionCheckTests
{
    private static readonly TrainingOptions s_options = new() { PreprocDir = "cubes", RunDir = "run", BatchSize = 8 };

    [Theory]
    [InlineData(8, 1, null)]
    [InlineData(7, 1, "BatchSize")]
    [InlineData(24, 3, null)]
    [InlineData(23, 3, "GradientAccumulationSteps")]
    [InlineData(7, 3, "BatchSize")]
    public void Of_StepLargerThanTheSet_NamesTheOption(int cubeCount, int accumulated, string? option)
    {
        var errors = OptionCheck.Of(s_options with { GradientAccumulationSteps = accumulated }, MadeUpSets.Cubes(cubeCount), _ => true);

        Assert.Equal(option, errors.SingleOrDefault()?.Option);
    }

    [Theory]
    [InlineData(48, 4, 1, null)]
    [InlineData(48, 4, 2, "GradientAccumulationSteps")]
    [InlineData(48, 3, 1, "BatchSize")]
    [InlineData(50, 4, 1, "CubeSize")]
    [InlineData(47, 4, 1, "CubeSize")]
    [InlineData(51, 4, 1, "CubeSize")]
    public void Of_WholeBoxes_ChecksAgainstWhatAnEpochDrawsAndTheSmallestBox(int cubeSize, int cubesPerBox, int accumulated, string? option)
    {
        var options = s_options with { Pipeline = "bbox", Augmentation = "bbox", CubeSize = cubeSize, CubesPerBbox = cubesPerBox, GradientAccumulationSteps = accumulated };

        Assert.Equal(option, OptionCheck.Of(options, MadeUpSets.Boxes(2, 49), _ => true).SingleOrDefault()?.Option);
    }

    [Fact]
    public void Of_PipelineOfTheOtherKindOfSet_IsOneSentence()
    {
        var boxes = s_options with { Pipeline = "bbox", Augmentation = "bbox" };

        Assert.Equal("The set holds cubes of 32³, on which only the pipeline synapse can train; got bbox.", OptionCheck.Of(boxes, MadeUpSets.Cubes(40), _ => true).Single().Message);
        Assert.Equal("The set holds whole boxes, on which only the pipeline bbox can train; got synapse.", OptionCheck.Of(s_options, MadeUpSets.Boxes(2, 96), _ => true).Single().Message);
    }

    [Theory]
    [InlineData("knn", 1, false, "BestBy")]
    [InlineData("knn", 1, true, null)]
    [InlineData("knn", 1, null, null)] // the files cannot be read, and something else says so
    [InlineData("knn", 0, false, null)] // nothing is measured on the way
    [InlineData("silhouette", 1, false, null)]
    public void Of_BestByKnnWithoutTypes_NamesTheOption(string bestBy, int evaluateEvery, bool? types, string? option)
    {
        var errors = OptionCheck.Of(s_options with { BestBy = bestBy, EvaluateEveryEpochs = evaluateEvery }, MadeUpSets.Cubes(40), _ => types);

        Assert.Equal(option, errors.SingleOrDefault()?.Option);
    }

    [Theory]
    [InlineData("vgg3d", "avg", 40, "raw", "Backbone")]
    [InlineData("vgg3d", "avg", 48, "raw", null)]
    [InlineData("vgg3d", "flatten", 48, "raw", "Pooling")]
    [InlineData("vgg3d", "flatten", 80, "raw", null)]
    [InlineData("resnet3d18", "flatten", 80, "raw", "Pooling")]
    [InlineData("resnet3d18", "avg", 40, "raw+pre+cleft", null)]
    public void Of_CubesThatDoNotSuitTheNetwork_NamesTheOption(string backbone, string pooling, int size, string channels, string? option) =>
        Assert.Equal(option, OptionCheck.Of(s_options with { Backbone = backbone, Pooling = pooling }, MadeUpSets.Cubes(40, size, channels), _ => true).SingleOrDefault()?.Option);

    [Theory]
    [InlineData("vgg3d", "raw", null)]
    [InlineData("vgg3d", "raw+pre+cleft", "Backbone")]
    [InlineData("resnet3d18", "raw+pre+cleft", null)]
    public void Warnings_ChannelsThatTheNetworkWasNotMadeFor_NameTheOption(string backbone, string channels, string? option) =>
        Assert.Equal(option, OptionCheck.Warnings(s_options with { Backbone = backbone }, MadeUpSets.Cubes(40, 80, channels)).SingleOrDefault()?.Option);
}
