namespace SynapseLab.Engine.Augmentations;

/// <summary>The named sets of augmentations (domain §4, §5); the folder's README has them as a table.</summary>
public static class AugmentationPresets
{
    /// <summary>Names that <see cref="Find"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["seed", "strong", "vgg", "em", "bbox"];

    /// <summary>What a preset does, in a sentence for the form.</summary>
    /// <exception cref="EngineException">There is none of this name.</exception>
    public static string Describe(string name) => name switch
    {
        "seed" => "Flips, quarter turns, a little noise, contrast and brightness, each on every other cube.",
        "strong" => "More of seed's, with crops, gamma, salt and pepper.",
        "vgg" => "Small rotations, flips, noise, contrast, brightness and blur on every cube, each drawn within its range.",
        "em" => "What sections and microscopes vary in: any rotation, lost sections, intensity curves, noise, blur and cut-outs.",
        "bbox" => "View 1: a quarter turn, gain and offset, blur. View 2: the same, then a crop and holes in the cleft mask.",
        _ => throw Unknown(name),
    };

    /// <summary>The original's: flips, quarter turns, noise, contrast and brightness, each with probability 0.5.</summary>
    public static ViewAugmentation Seed { get; } = new(
        [new RandomFlip(0.5), new RandomRotation90(0.5)],
        [new RandomNoise(0.5, 0.01, 0.05), new RandomContrastBrightness(0.5, 0.8, 1.2, 0.1)]);

    /// <summary>The original's as used later: more of it, crops, gamma, salt and pepper.</summary>
    public static ViewAugmentation Strong { get; } = new(
        [new RandomFlip(0.7), new RandomRotation90(0.6), new RandomCropResize(0.6, 0.7, 0.95)],
        [
            new RandomNoise(0.7, 0.02, 0.15),
            new RandomContrastBrightness(0.7, 0.5, 1.8, 0.3),
            new RandomGamma(0.6, 0.5, 2),
            new RandomSaltAndPepper(0.4, 0.001, 0.01),
        ]);

    /// <summary>
    /// Best published practice for synapses in EM: what sections, microscopes and positions vary in, and cut-outs (SynapseCLR,
    /// https://github.com/cellarium-ai/SynapseCLR). Its swap of x and y is one of the free rotations and flips; its sections are
    /// 40 nm thick and a tenth of them is blackened, ours are thinner and more, so fewer.
    /// </summary>
    public static ViewAugmentation Em { get; } = new(
        [new RandomFlip(0.5), new RandomRigidMotion(0.2)],
        [
            new RandomIntensityCurve(0.05, 0.9, 1.1, PerSection: false),
            new RandomMultiplicativeNoise(0, 0.05),
            new RandomNoise(1, 0, 0.05),
            new RandomBlurOfChoice(0.5, [0.25, 0.5, 0.75]),
            new RandomCornerCutOut(0.5, 0.5),
            new RandomBoxCutOut(0.25, 0.125, 0.375),
            new RandomBoxCutOut(0.25, 0.125, 0.375),
        ])
    {
        Sections = [new RandomSectionCutOut(0.05), new RandomIntensityCurve(0.05, 0.9, 1.1, PerSection: true)],
    };

    /// <summary>The two streams of the bounding-box path on z-scored raw: B is A with a crop and cleft dropout.</summary>
    public static ViewPair BoundingBox { get; } = new(StreamA, StreamA with
    {
        Geometry = [.. StreamA.Geometry, new RandomCropResize(1, 0.8, 1)], // 64 … 80 of 80 voxels
        Masks = [new RandomCleftDropout(0.5, 0.1, 0.3)],
    });

    private static ViewAugmentation StreamA => new([new RandomSingleRotation90()], [new RandomGainOffset(0.1, 0.1), new RandomBlur(0.5, 0.1, 1)])
    {
        ClampsToUnit = false,
    };

    /// <summary>The VGG3D system's: small rotations, flips, noise, contrast, brightness and blur, always.</summary>
    /// <exception cref="EngineException">A parameter is out of its range.</exception>
    public static ViewAugmentation Vgg(AugmentationParameters parameters)
    {
        parameters.Check();
        return new(
            [new RandomSmallRotation(parameters.RotationRange), new RandomFlip(parameters.FlipProbability)],
            [
                new RandomNoise(1, 0, parameters.NoiseLevel),
                new RandomContrast(1 - parameters.ContrastRange, 1 + parameters.ContrastRange),
                new RandomBrightness(parameters.BrightnessRange),
                new RandomBlur(1, 0, parameters.GaussianBlurSigma),
            ]);
    }

    /// <summary>The preset of a name; <paramref name="parameters"/> are those of <c>vgg</c>, null its defaults.</summary>
    /// <exception cref="EngineException">There is none of this name, or a parameter is out of its range.</exception>
    public static ViewPair Find(string name, AugmentationParameters? parameters = null) => name switch
    {
        "seed" => ViewPair.Alike(Seed),
        "strong" => ViewPair.Alike(Strong),
        "vgg" => ViewPair.Alike(Vgg(parameters ?? new())),
        "em" => ViewPair.Alike(Em),
        "bbox" => BoundingBox,
        _ => throw Unknown(name),
    };

    private static EngineException Unknown(string name) => new($"Expected an augmentation preset ({string.Join(", ", Names)}), got '{name}'.");
}
