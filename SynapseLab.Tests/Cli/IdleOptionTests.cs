using SynapseLab.Engine.Training;
using SynapseLab.Tests.Training;

namespace SynapseLab.Tests.Cli;

/// <summary>An option that is given and has no effect in the run is answered by one line; it is never ignored without a word.</summary>
public sealed class IdleOptionTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new();

    public void Dispose() => _cubes.Dispose();

    [Theory]
    [InlineData(
        "--pipeline synapse --mask_aware_after_epoch 1 --cubes_per_bbox 5 --rotation_range 90 --flip_prob 0 --layer_num 3 --queue-size 8 --step-epochs 3",
        "--mask-aware-after-epoch changes nothing: it belongs to the pipeline bbox without --mask-aware (this run: synapse).",
        "--cubes-per-bbox changes nothing: it belongs to the pipeline bbox (this run: synapse).",
        "--rotation-range changes nothing: it belongs to the augmentation vgg (this run: seed).",
        "--flip-probability changes nothing: it belongs to the augmentation vgg (this run: seed).",
        "--layer-num changes nothing: it belongs to the backbone vgg3d (this run: resnet3d18).",
        "--queue-size changes nothing: it belongs to the method moco2 (this run: simclr).",
        "--step-epochs changes nothing: it belongs to the schedule step (this run: cosine).")]
    [InlineData(
        "--method byol --temperature 0.5 --noise_level 0.1 --contrast_range 0.1 --brightness_range 0.1 --gaussian_blur_sigma 0.5",
        "--temperature changes nothing: it belongs to the methods simclr, moco2, moco3 (this run: byol).",
        "--noise-level changes nothing: it belongs to the augmentation vgg (this run: seed).",
        "--contrast-range changes nothing: it belongs to the augmentation vgg (this run: seed).",
        "--brightness-range changes nothing: it belongs to the augmentation vgg (this run: seed).",
        "--gaussian-blur-sigma changes nothing: it belongs to the augmentation vgg (this run: seed).")]
    [InlineData("--method simclr --temperature 0.5 --augmentation vgg --rotation_range 90 --schedule step --step-epochs 3")]
    public void Train_OptionsWithoutEffect_AreAnswered(string options, params string[] expected)
    {
        CommandRun run = CommandRun.Of([
            "train", "--preproc-dir", _cubes.PreprocDir, "--run-dir", _cubes.Options().RunDir, "--width", "2", "--batch-size", "4", "--epochs", "1", "--evaluate-every-epochs", "0",
            "--projection-hidden", "8", "--device", "cpu", "--threads", "1", .. options.Split(' ')]);

        Assert.True(run.ExitCode == SynapseLab.Cli.ExitCode.Ok, run.Error);
        Assert.Equal(expected.Order(), run.Error.Split('\n').Where(line => line.Contains(" changes nothing: ", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void WhyIdle_OfEveryOptionWithoutEffect_NamesWhatItBelongsTo()
    {
        TrainingOptions plain = new();
        TrainingOptions[] runs = [plain, plain with { Method = "mvm" }, plain with { Backbone = "vgg3d" }, plain with { Pipeline = "bbox", MaskAware = true }, plain with { Distributed = true }];
        var idle = OptionSchema.All.SelectMany(option => runs.Where(run => !option.Applies(run)).Select(run => (option.Name, Why: option.WhyIdle(run)))).ToArray();

        Assert.True(idle.DistinctBy(pair => pair.Name).Count() > 25, "options of methods, pipelines, schedules, networks and machines");
        Assert.All(idle, pair => Assert.StartsWith("it belongs to ", pair.Why, StringComparison.Ordinal));
    }
}
