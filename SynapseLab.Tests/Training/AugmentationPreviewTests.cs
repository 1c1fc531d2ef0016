using SynapseLab.Engine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class AugmentationPreviewTests
{
    private static readonly TrainingOptions s_options = new();
    private static readonly float[] s_cube = [.. Enumerable.Range(0, 3 * 4 * 4 * 4).Select(i => i % 7 / 7f)];

    [Fact]
    public void Compute_SameSeed_GivesTheSameTwoDifferentViews()
    {
        var first = AugmentationPreview.Compute(s_cube, 3, 4, s_options, 5);
        var second = AugmentationPreview.Compute(s_cube, 3, 4, s_options, 5);

        Assert.Equal(first.View1, second.View1);
        Assert.Equal(first.View2, second.View2);
        Assert.NotEqual(first.View1, first.View2);
        Assert.NotEqual(first.View1, AugmentationPreview.Compute(s_cube, 3, 4, s_options, 6).View1);
        Assert.Equal(s_cube.Length, first.View1.Length);
    }

    // Of the vgg preset nothing is left but a shift of up to half the grey scale, about which the two pipelines disagree.
    private static readonly TrainingOptions s_shift = new()
    {
        Augmentation = "vgg",
        AugmentationParameters = new() { RotationRange = 0, FlipProbability = 0, NoiseLevel = 0, ContrastRange = 0, BrightnessRange = 0.5, GaussianBlurSigma = 0 },
    };

    [Fact]
    public void Compute_PipelineBbox_AugmentsZScoredRawWithoutClampingAndComesBackToTheCubesGreyScale()
    {
        float[] plain = AugmentationPreview.Compute(s_cube, 3, 4, s_shift, 5).View1, box = AugmentationPreview.Compute(s_cube, 3, 4, s_shift with { Pipeline = "bbox" }, 5).View1;
        float[] raw = s_cube[..64];
        double mean = raw.Average(v => (double)v), deviation = Math.Sqrt(raw.Average(v => (v - mean) * (v - mean)));
        int middle = Array.FindIndex(plain, 0, 64, value => value is > 0 and < 1);
        double shift = plain[middle] - raw[middle];

        Assert.True(Math.Abs(shift) > 0.05);
        Assert.All(raw.Zip(plain), pair => Assert.Equal(Math.Clamp(pair.First + shift, 0, 1), pair.Second, 1e-5));
        Assert.All(raw.Zip(box), pair => Assert.Equal(pair.First + (shift * deviation), pair.Second, 1e-5));
        Assert.Equal(plain[64..], box[64..]);
    }

    [Fact]
    public void Compute_OptionsThatDoNotGoTogether_Throws()
    {
        var parameters = s_options with { Augmentation = "vgg", AugmentationParameters = new() { NoiseLevel = 2 } };
        Assert.StartsWith("NoiseLevel: Expected 0 … 1", Assert.Throws<EngineException>(() => AugmentationPreview.Compute(s_cube, 3, 4, parameters, 5)).Message, StringComparison.Ordinal);
        var pipeline = s_options with { Pipeline = "bbox", Augmentation = "em" };
        Assert.StartsWith("Augmentation: ", Assert.Throws<EngineException>(() => AugmentationPreview.Compute(s_cube, 3, 4, pipeline, 5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_WrongLength_Throws() => Assert.Throws<ArgumentException>(() => AugmentationPreview.Compute(s_cube, 1, 4, s_options, 5));
}
