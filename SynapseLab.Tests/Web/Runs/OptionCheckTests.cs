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
        var errors = OptionCheck.Of(s_options with { GradientAccumulationSteps = accumulated }, cubeCount);

        Assert.Equal(option, errors.SingleOrDefault()?.Option);
    }
}
