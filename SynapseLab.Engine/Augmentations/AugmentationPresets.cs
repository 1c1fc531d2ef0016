namespace SynapseLab.Engine.Augmentations;

/// <summary>The named sets of augmentations (domain §5).</summary>
public static class AugmentationPresets
{
    /// <summary>Names that <see cref="Find"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["seed"];

    /// <summary>The original's: flips, quarter turns, noise, contrast and brightness, each with probability 0.5.</summary>
    public static ViewAugmentation Seed { get; } = new(
        [new RandomFlip(0.5), new RandomRotation90(0.5)],
        [new RandomNoise(0.5, 0.01, 0.05), new RandomContrastBrightness(0.5, 0.8, 1.2, 0.1)]);

    /// <summary>The preset of a name.</summary>
    /// <exception cref="EngineException">There is none.</exception>
    public static ViewAugmentation Find(string name) => name switch
    {
        "seed" => Seed,
        _ => throw new EngineException($"Expected an augmentation preset ({string.Join(", ", Names)}), got '{name}'."),
    };
}
