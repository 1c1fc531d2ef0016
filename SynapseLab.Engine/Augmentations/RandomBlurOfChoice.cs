using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Blurs each sample with one of a few σ, all equally likely, with a probability.</summary>
/// <param name="Probability">0 … 1.</param>
/// <param name="Sigmas">To choose from, in voxels.</param>
public sealed record RandomBlurOfChoice(double Probability, IReadOnlyList<double> Sigmas) : IIntensityTransform
{
    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random)
    {
        int count = (int)raw.shape[0];
        bool[] applies = Draws.Chance(count, Probability, random.Decisions);
        int[] choices = Draws.Integers(count, 0, Sigmas.Count - 1, random.Decisions);
        using var blurred = GaussianBlur.Blur(raw, [.. choices.Select(choice => (float)Sigmas[choice])]);
        return Draws.Select(applies, blurred, raw);
    }
}
