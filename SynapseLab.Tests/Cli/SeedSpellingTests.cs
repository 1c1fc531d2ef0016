using SynapseLab.Cli;

namespace SynapseLab.Tests.Cli;

public sealed class SeedSpellingTests
{
    [Fact]
    public void ToKebabCase_TouchesNamesAlone() => Assert.Equal(
        ["train", "--run-dir", "my_run", "--learning-rate=1e-4", "--codes=a_b", "--", "--data_dir"],
        SeedSpelling.ToKebabCase(["train", "--run_dir", "my_run", "--learning_rate=1e-4", "--codes=a_b", "--", "--data_dir"]));

    // Domain §10's list and V's augmentations: each is an option of a verb, or a sentence says what takes its place; where one verb alone takes it, both.
    [Theory]
    [InlineData("--data_dir --cube_size --mixed_precision --memory_efficient --run_name --scheduler_type --gradient_accumulation_steps --proj_dim --weight_decay")]
    [InlineData("--mask_aware_after_epoch --distributed --data_root --excel_file --bbox_size --learning_rate --temperature --num_samples --cubes_per_bbox --mask_aware")]
    [InlineData("--show_augmentations --save_dir --checkpoint --output_dir --train_only --extract_only --layer_num --num_epochs --freeze_backbone --stage_to_finetune")]
    [InlineData("--rotation_range --flip_prob --noise_level --contrast_range --brightness_range --gaussian_blur_sigma --preproc_dir --epochs --batch_size")]
    public void SeedOption_IsKnownOrAnswered(string options)
    {
        string[] known = [.. CliDocumentation.Verbs().SelectMany(verb => verb.Options).SelectMany(option => option.Aliases.Append(option.Name))];
        string[] names = SeedSpelling.ToKebabCase(options.Split(' '));

        Assert.All(names, name => Assert.True(known.Contains(name) || SeedSpelling.Answers([name]).Any(), name));
    }

    [Fact]
    public void Answers_OptionWithValue_IsNamedOnce() =>
        Assert.Contains("'--excel-file'", Assert.Single(SeedSpelling.Answers(["--excel-file=a.xlsx", "--excel-file", "20"])), StringComparison.Ordinal);
}
