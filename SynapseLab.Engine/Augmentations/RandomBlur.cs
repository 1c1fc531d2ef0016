using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Blurs each sample with a σ of its own, with a probability.</summary>
/// <param name="Probability">0 … 1.</param>
/// <param name="LowSigma">σ is above this, in voxels.</param>
/// <param name="HighSigma">Greatest σ.</param>
public sealed record RandomBlur(double Probability, double LowSigma, double HighSigma) : IIntensityTransform
{
    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random)
    {
        int count = (int)raw.shape[0];
        bool[] applies = Draws.Chance(count, Probability, random.Decisions);
        float[] sigmas = Draws.Uniform(count, HighSigma, LowSigma, random.Decisions); // downwards: (low, high]
        using var blurred = GaussianBlur.Blur(raw, sigmas);
        return Draws.Select(applies, blurred, raw);
    }
}
