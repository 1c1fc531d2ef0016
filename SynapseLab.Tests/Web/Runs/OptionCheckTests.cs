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
        var errors = OptionCheck.Of(s_options with { GradientAccumulationSteps = accumulated }, MadeUpSets.Cubes(cubeCount));

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

        Assert.Equal(option, OptionCheck.Of(options, MadeUpSets.Boxes(2, 49)).SingleOrDefault()?.Option);
    }

    [Fact]
    public void Of_PipelineOfTheOtherKindOfSet_IsOneSentence()
    {
        var boxes = s_options with { Pipeline = "bbox", Augmentation = "bbox" };

        Assert.Equal("The set holds cubes of 32³, on which only the pipeline synapse can train; got bbox.", OptionCheck.Of(boxes, MadeUpSets.Cubes(40)).Single().Message);
        Assert.Equal("The set holds whole boxes, on which only the pipeline bbox can train; got synapse.", OptionCheck.Of(s_options, MadeUpSets.Boxes(2, 96)).Single().Message);
    }
}
