using System.Globalization;

namespace SynapseLab.Engine.Augmentations;

/// <summary>The ranges of the preset <c>vgg</c>, each with its name in the seed's configuration; the other presets have none.</summary>
public sealed record AugmentationParameters
{
    /// <summary>Seed: <c>rotation_range</c>. Greatest angle about each axis in degrees, 0 … 180. Default 15.</summary>
    public double RotationRange { get; init; } = 15;

    /// <summary>Seed: <c>flip_prob</c>. Probability of a flip along each axis, 0 … 1. Default 0.5.</summary>
    public double FlipProbability { get; init; } = 0.5;

    /// <summary>Seed: <c>noise_level</c>. Greatest σ of the noise in units of the [0, 1] grey scale, 0 … 1. Default 0.05.</summary>
    public double NoiseLevel { get; init; } = 0.05;

    /// <summary>Seed: <c>contrast_range</c>. Contrast about the mean is multiplied by 1 ± this, 0 … 1. Default 0.2.</summary>
    public double ContrastRange { get; init; } = 0.2;

    /// <summary>Seed: <c>brightness_range</c>. Greatest shift in units of the [0, 1] grey scale, 0 … 1. Default 0.2.</summary>
    public double BrightnessRange { get; init; } = 0.2;

    /// <summary>Seed: <c>gaussian_blur_sigma</c>. Greatest σ of the blur in voxels, 0 … 10. Default 1.</summary>
    public double GaussianBlurSigma { get; init; } = 1;

    /// <summary>Lets only values within the ranges above pass.</summary>
    /// <exception cref="EngineException">One is not; it is named with its range.</exception>
    internal void Check()
    {
        Within(nameof(RotationRange), RotationRange, 180);
        Within(nameof(FlipProbability), FlipProbability, 1);
        Within(nameof(NoiseLevel), NoiseLevel, 1);
        Within(nameof(ContrastRange), ContrastRange, 1);
        Within(nameof(BrightnessRange), BrightnessRange, 1);
        Within(nameof(GaussianBlurSigma), GaussianBlurSigma, 10);
    }

    private static void Within(string name, double value, double high)
    {
        if (!(value >= 0 && value <= high))
        {
            throw new EngineException(string.Create(CultureInfo.InvariantCulture, $"Expected {name} in 0 … {high}, got {value}."));
        }
    }
}
