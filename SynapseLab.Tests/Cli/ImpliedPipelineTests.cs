using System.CommandLine;
using SynapseLab.Cli;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Cli;

/// <summary>Which options make a run one of the pipeline bbox.</summary>
public sealed class ImpliedPipelineTests
{
    [Theory]
    [InlineData("--mask_aware", "bbox")]
    [InlineData("--mask_aware true", "bbox")]
    [InlineData("--mask_aware false", "synapse")]
    [InlineData("--mask_aware_after_epoch 100", "bbox")]
    [InlineData("--mask_aware_after_epoch -1", "synapse")]
    [InlineData("--cubes_per_bbox 5", "bbox")]
    [InlineData("--cubes_per_bbox 10", "synapse")]
    [InlineData("--cubes_per_bbox 10 --mask_aware", "bbox")]
    [InlineData("--per_cube_normalisation false", "bbox")]
    [InlineData("--per_cube_normalisation", "synapse")]
    [InlineData("--pipeline synapse --mask_aware", "synapse")]
    public void Apply_OptionOfTheBoxes_DecidesUnlessItHasItsDefault(string line, string pipeline)
    {
        var command = new Command("train");
        foreach (TrainingBinding binding in TrainingBinding.All())
        {
            command.Add(binding.Option);
        }

        TrainingOptions run = ImpliedPipeline.Apply(new(), command.Parse(SeedSpelling.ToKebabCase(line.Split(' '))));

        Assert.Equal(pipeline, run.Pipeline);
    }
}
