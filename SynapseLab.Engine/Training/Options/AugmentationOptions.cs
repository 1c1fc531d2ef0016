using SynapseLab.Engine.Augmentations;
using static SynapseLab.Engine.Training.OptionSchema;

namespace SynapseLab.Engine.Training;

/// <summary>How the views of a cube are made: the preset, and the ranges of the preset vgg.</summary>
internal static class AugmentationOptions
{
    private static readonly AugmentationParameters s_seed = new();

    internal static IReadOnlyList<OptionSpec> All { get; } =
    [
        Word(nameof(TrainingOptions.Augmentation), OptionTheme.Augmentation, "Augmentation", "How the views of a cube are made.", "seed seed", AugmentationPresets.Names,
            o => o.Augmentation, (o, v) => o with { Augmentation = v }),
        Range(nameof(AugmentationParameters.RotationRange), "Rotation", "degrees", "Greatest angle about each axis.", 180, p => p.RotationRange, (p, v) => p with { RotationRange = v }),
        Range(nameof(AugmentationParameters.FlipProbability), "Flip", "probability", "For each axis.", 1, p => p.FlipProbability, (p, v) => p with { FlipProbability = v }, "--flip-prob"),
        Range(nameof(AugmentationParameters.NoiseLevel), "Noise", "of the grey scale", "Greatest standard deviation of the noise.", 1, p => p.NoiseLevel, (p, v) => p with { NoiseLevel = v }),
        Range(nameof(AugmentationParameters.ContrastRange), "Contrast", "± factor", "Contrast about the mean is multiplied by 1 ± this.", 1, p => p.ContrastRange, (p, v) => p with { ContrastRange = v }),
        Range(nameof(AugmentationParameters.BrightnessRange), "Brightness", "of the grey scale", "Greatest shift.", 1, p => p.BrightnessRange, (p, v) => p with { BrightnessRange = v }),
        Range(nameof(AugmentationParameters.GaussianBlurSigma), "Blur", "voxels", "Greatest standard deviation of the blur.", 10, p => p.GaussianBlurSigma, (p, v) => p with { GaussianBlurSigma = v }),
    ];

    private static OptionSpec Range(
        string name, string label, string unit, string help, double most,
        Func<AugmentationParameters, double> get, Func<AugmentationParameters, double, AugmentationParameters> set, params string[] seedNames) =>
        Real(name, OptionTheme.Augmentation, label, unit, help, FormattableString.Invariant($"seed {get(s_seed)}"), 0, most,
            o => get(o.AugmentationParameters), (o, v) => o with { AugmentationParameters = set(o.AugmentationParameters, v) }, seedNames)
            .Within(new("the augmentation vgg", o => o.Augmentation == "vgg", o => o.Augmentation));
}
