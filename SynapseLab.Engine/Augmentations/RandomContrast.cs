using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Stretches each sample's grey values about their mean, which stays.</summary>
/// <param name="LowFactor">Least factor.</param>
/// <param name="HighFactor">Greatest factor.</param>
public sealed record RandomContrast(double LowFactor, double HighFactor) : IIntensityTransform
{
    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random) =>
        Stretch(raw, Draws.Uniform((int)raw.shape[0], LowFactor, HighFactor, random.Decisions));

    /// <summary>mean + cᵢ·(raw − mean), the mean over the sample's voxels.</summary>
    internal static Tensor Stretch(Tensor raw, float[] factors)
    {
        using var scope = NewDisposeScope();
        var mean = raw.mean([1, 2, 3, 4], keepdim: true); // (N, 1, 1, 1, 1)
        return (mean + ((raw - mean) * Draws.PerSample(factors, raw.device))).MoveToOuterDisposeScope();
    }
}
