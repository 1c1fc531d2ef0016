using SynapseLab.Cli;

namespace SynapseLab.Tests.Cli;

public sealed class SeedSpellingTests
{
    [Fact]
    public void ToKebabCase_TouchesNamesAlone() => Assert.Equal(
        ["train", "--run-dir", "my_run", "--learning-rate=1e-4", "--codes=a_b", "--", "--data_dir"],
        SeedSpelling.ToKebabCase(["train", "--run_dir", "my_run", "--learning_rate=1e-4", "--codes=a_b", "--", "--data_dir"]));

    // Domain §10's list: each is an option of a verb, or is refused by name.
    [Theory]
    [InlineData("--data_dir --cube_size --mixed_precision --memory_efficient --run_name --scheduler_type --gradient_accumulation_steps")]
    [InlineData("--mask_aware_after_epoch --distributed --data_root --excel_file --bbox_size --learning_rate --temperature --num_samples")]
    [InlineData("--show_augmentations --save_dir --checkpoint --output_dir --train_only --extract_only --layer_num --num_epochs --freeze_backbone --stage_to_finetune")]
    public void SeedOption_IsKnownOrNamedAsNotYet(string options)
    {
        string[] known = [.. CliDocumentation.Verbs().SelectMany(verb => verb.Options).SelectMany(option => option.Aliases.Append(option.Name))];
        string[] names = SeedSpelling.ToKebabCase(options.Split(' '));

        Assert.All(names, name => Assert.True(known.Contains(name) ^ SeedSpelling.NotYet([name]).Any(), name));
    }

    [Fact]
    public void NotYet_OptionWithValue_IsNamedOnce() =>
        Assert.Contains("'--layer-num'", Assert.Single(SeedSpelling.NotYet(["--layer-num=20", "--layer-num", "20"])), StringComparison.Ordinal);
}
