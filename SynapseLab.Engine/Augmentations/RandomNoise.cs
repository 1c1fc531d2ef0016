using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Adds Gaussian noise with a σ of its own to each sample, with a probability.</summary>
/// <param name="Probability">0 … 1.</param>
/// <param name="LowSigma">Least σ, in units of the [0, 1] grey scale.</param>
/// <param name="HighSigma">Greatest σ.</param>
public sealed record RandomNoise(double Probability, double LowSigma, double HighSigma) : IIntensityTransform
{
    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random)
    {
        int count = (int)raw.shape[0];
        bool[] applies = Draws.Chance(count, Probability, random.Decisions);
        float[] sigmas = Draws.Uniform(count, LowSigma, HighSigma, random.Decisions);
        return Add(raw, [.. sigmas.Zip(applies, (sigma, apply) => apply ? sigma : 0f)], random.Voxels);
    }

    /// <summary>raw + σᵢ·N(0, 1).</summary>
    internal static Tensor Add(Tensor raw, float[] sigmas, Generator voxels)
    {
        using var scope = NewDisposeScope();
        long[] s = raw.shape; // (N, 1, D, H, W)
        var noise = randn(s[0], s[1], s[2], s[3], s[4], device: raw.device, generator: voxels);
        return (raw + (noise * Draws.PerSample(sigmas, raw.device))).MoveToOuterDisposeScope();
    }
}
