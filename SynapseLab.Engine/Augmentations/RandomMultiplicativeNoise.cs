using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Multiplies each voxel with log-normal noise of mean 1 and a σ of its own for each sample.</summary>
/// <param name="LowSigma">Least σ of the factor's logarithm.</param>
/// <param name="HighSigma">Greatest σ.</param>
public sealed record RandomMultiplicativeNoise(double LowSigma, double HighSigma) : IIntensityTransform
{
    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random)
    {
        float[] sigmas = Draws.Uniform((int)raw.shape[0], LowSigma, HighSigma, random.Decisions);
        using var normal = randn(raw.shape, device: raw.device, generator: random.Voxels); // (N, 1, D, H, W)
        return Multiply(raw, normal, sigmas);
    }

    /// <summary>raw·exp(σᵢ·z − σᵢ² ∕ 2), whose expectation is raw.</summary>
    internal static Tensor Multiply(Tensor raw, Tensor normal, float[] sigmas)
    {
        using var scope = NewDisposeScope();
        var sigma = Draws.PerSample(sigmas, raw.device);
        return (raw * ((normal * sigma) - (sigma * sigma / 2)).exp()).MoveToOuterDisposeScope();
    }
}
