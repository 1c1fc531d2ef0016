using SynapseLab.Cli;

namespace SynapseLab.Tests.Cli;

/// <summary>The example command lines of the two seeds, as written apart from the program's name.</summary>
public sealed class SeedCommandLineTests
{
    [Theory]
    [InlineData("train", "--data_dir datareal --epochs 10 --batch_size 8 --cube_size 80 --run_name my_experimentssss")]
    [InlineData("train", "--data_dir datareal --epochs 600 --batch_size 8 --run_name enhanced_training_constant_lr --scheduler_type constant")]
    [InlineData("inspect", "--data_dir data --cube_size 80")]
    [InlineData("preprocess", "--data_dir data --preproc_dir preproc_synapses --cube_size 80")]
    [InlineData("train", "--data_dir data --epochs 200 --batch_size 32 --cube_size 80")]
    [InlineData("train", "--data_dir data --epochs 200 --batch_size 32 --mixed_precision")]
    [InlineData("train", "--data_dir data --epochs 200 --batch_size 32 --memory_efficient")]
    [InlineData("train", "--data_dir data --epochs 200 --batch_size 32 --run_name my_experiment")]
    [InlineData("train", "--data_dir data --epochs 200 --batch_size 64")]
    [InlineData("train", "--distributed --batch_size 32 --gradient_accumulation_steps 2 --mixed_precision")]
    [InlineData("evaluate", "--checkpoint checkpoints/checkpoint_best.pt --data_dir data --preproc_dir preproc --output_dir eval_results")]
    [InlineData("train", "--data_dir data --batch_size 32 --epochs 200 --gradient_accumulation_steps 4 --mixed_precision --mask_aware_after_epoch 100")]
    [InlineData("train", "")]
    [InlineData("train", "--train_only")]
    [InlineData("train", "--batch_size 16 --learning_rate 0.0001 --num_epochs 50")]
    [InlineData("extract", "--extract_only --checkpoint path/to/checkpoint.pt --layer_num 20 --preproc_dir cubes --output_dir features")] // the folders were in its config.py
    [InlineData("train", "--data_root data --excel_file a.xlsx --batch_size 32 --epochs 200 --learning_rate 1e-3 --temperature 0.1 --bbox_size 64 --run_name my_experiment")]
    [InlineData("inspect", "--data_root data --excel_file a.xlsx --num_samples 5 --show_augmentations --save_dir ./visualizations --bbox_size 64")]
    public void Example_Parses(string verb, string options) => Assert.Empty(Errors(verb, options));

    [Theory]
    [InlineData("preprocess", "--data_root data --preproc_dir cubes --excel_file a.xlsx", "--excel-file")]
    [InlineData("preprocess", "--data_root data --preproc_dir cubes --num_samples 5 --show_augmentations --save_dir v", "--num-samples --show-augmentations --save-dir")]
    public void Preprocess_WithTheSeedsOptionsOfOtherPrograms_IsAnsweredOptionByOption(string verb, string options, string answered)
    {
        CommandRun run = CommandRun.Of([verb, .. options.Split(' ')]);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.All(answered.Split(' '), name => Assert.Contains($"'{name}'", run.FailureLine(), StringComparison.Ordinal));
        Assert.Equal(answered.Split(' ').Length, run.FailureLine().Split("The seeds' ").Length - 1);
    }

    [Fact]
    public void Inspect_AsTheSeedsLineHasIt_RunsAndSaysWhatChangesNothing()
    {
        using var folder = new Data.TemporaryFolder();
        Data.TinyDataset.Write(folder.Path, boxes: 1);

        var run = CommandRun.Of("inspect", "--data_root", folder.Path, "--excel_file", "a.xlsx", "--num_samples", "5", "--show_augmentations", "--save_dir", "./visualizations", "--bbox_size", "64");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        string[] idle = ["--excel-file", "--num-samples", "--show-augmentations", "--save-dir"];
        Assert.All(idle, name => Assert.Contains($"{name} changes nothing: ", run.Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists("visualizations"));
    }

    private static IEnumerable<string> Errors(string verb, string options) => CliDocumentation.Verbs().Single(command => command.Name == verb)
        .Parse(SeedSpelling.ToKebabCase(options.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Errors.Select(error => error.Message);
}
