using System.CommandLine;
using SynapseLab.Cli;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Cli;

/// <summary>Every option of the seeds has an effect where it stands, or a sentence says that it has none.</summary>
public sealed class SeedOptionTests
{
    // Folders and files, whose effect SeedCommandLineTests sees.
    private static readonly string[] s_places = ["--data-dir", "--data-root", "--checkpoint", "--output-dir", "--train-only"];

    [Theory]
    [InlineData("--cube_size 64", "CubeSize=64")]
    [InlineData("--bbox_size 64", "CubeSize=64")]
    [InlineData("--mixed_precision", "Precision=bfloat16")]
    [InlineData("--memory_efficient", "Loading=stream")]
    [InlineData("--scheduler_type constant", "Schedule=constant")]
    [InlineData("--gradient_accumulation_steps 2", "GradientAccumulationSteps=2")]
    [InlineData("--proj_dim 64", "ProjectionOutput=64")]
    [InlineData("--weight_decay 0.1", "WeightDecay=0.1")]
    [InlineData("--distributed", "Distributed=true")]
    [InlineData("--learning_rate 1e-4", "LearningRate=0.0001")]
    [InlineData("--temperature 0.5", "Temperature=0.5")]
    [InlineData("--mask_aware", "MaskAware=true")]
    [InlineData("--mask_aware_after_epoch 3", "MaskAwareAfterEpoch=3")]
    [InlineData("--cubes_per_bbox 3", "CubesPerBbox=3")]
    [InlineData("--epochs 3", "Epochs=3")]
    [InlineData("--num_epochs 3", "Epochs=3")]
    [InlineData("--batch_size 8", "BatchSize=8")]
    [InlineData("--freeze_backbone", "FreezeBackbone=true")]
    [InlineData("--stage_to_finetune 2", "StageToFinetune=2")]
    [InlineData("--layer_num 20", "LayerNum=20")]
    [InlineData("--rotation_range 30", "RotationRange=30")]
    [InlineData("--flip_prob 0.1", "FlipProbability=0.1")]
    [InlineData("--noise_level 0.1", "NoiseLevel=0.1")]
    [InlineData("--contrast_range 0.1", "ContrastRange=0.1")]
    [InlineData("--brightness_range 0.1", "BrightnessRange=0.1")]
    [InlineData("--gaussian_blur_sigma 2", "GaussianBlurSigma=2")]
    public void OptionOfTraining_ChangesTheRunOrIsAnswered(string option, string expected)
    {
        IReadOnlyList<TrainingBinding> bindings = TrainingBinding.All();
        var command = new Command("train");
        foreach (TrainingBinding binding in bindings)
        {
            command.Add(binding.Option);
        }

        ParseResult parsed = command.Parse(SeedSpelling.ToKebabCase(option.Split(' ')));
        TrainingOptions run = bindings.Aggregate(ImpliedPipeline.Apply(new(), parsed), (applied, binding) => binding.Apply(applied, parsed));
        OptionSpec spec = OptionSchema.Find(expected.Split('=')[0])!;
        string[] sentences = [.. bindings.Select(binding => binding.IdleSentence(run, parsed)).OfType<string>()];

        Assert.Equal(expected, $"{spec.Name}={spec.Read(run)}");
        Assert.NotEqual(spec.Read(new()), spec.Read(run));
        Assert.Equal(spec.Applies(run) || spec.Name == "CubeSize" ? 0 : 1, sentences.Length); // the size of prepared cubes is TrainPreparation's
    }

    [Theory]
    [InlineData("--excel_file --num_samples --show_augmentations --save_dir --extract_only")]
    public void OptionWithoutPlace_IsSaidToChangeNothing(string options) => Assert.All(SeedSpelling.ToKebabCase(options.Split(' ')), name =>
    {
        Option[] taken = [.. CliDocumentation.Verbs().SelectMany(verb => verb.Options).Where(option => option.Name == name)];
        Assert.NotEmpty(taken);
        Assert.All(taken, option => Assert.Contains("changes nothing: ", option.Description, StringComparison.Ordinal));
    });

    [Fact]
    public void Places_AreOptionsOfAVerb() => Assert.All(s_places, name => Assert.Contains(
        CliDocumentation.Verbs().SelectMany(verb => verb.Options), option => option.Name == name || option.Aliases.Contains(name)));
}
