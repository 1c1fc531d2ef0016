using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>
/// slope·raw^γ + offset with draws of their own for each sample, or for each of its sections: the exposure of a microscope that
/// differs from section to section. For grey values in [0, 1]; the result is clamped to them.
/// </summary>
/// <param name="Offset">Offsets are uniform in ± this.</param>
/// <param name="LowFactor">Least slope and least γ, above 0.</param>
/// <param name="HighFactor">Greatest slope and greatest γ.</param>
/// <param name="PerSection">True: one curve for each z of each sample.</param>
public sealed record RandomIntensityCurve(double Offset, double LowFactor, double HighFactor, bool PerSection) : IIntensityTransform
{
    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random)
    {
        int curves = (int)(PerSection ? raw.shape[0] * raw.shape[2] : raw.shape[0]); // N·D or N
        float[] offsets = Draws.Uniform(curves, -Offset, Offset, random.Decisions);
        float[] slopes = Draws.Uniform(curves, LowFactor, HighFactor, random.Decisions);
        float[] gammas = Draws.Uniform(curves, LowFactor, HighFactor, random.Decisions);
        return Bend(raw, slopes, gammas, offsets);
    }

    /// <summary>slope·raw^γ + offset; N values of each for whole samples, N·D, sample by sample, for sections.</summary>
    internal static Tensor Bend(Tensor raw, float[] slopes, float[] gammas, float[] offsets)
    {
        using var scope = NewDisposeScope();
        long count = raw.shape[0];
        return ((raw.clamp(0, 1).pow(Shaped(gammas)) * Shaped(slopes)) + Shaped(offsets)).clamp(0, 1).MoveToOuterDisposeScope();

        Tensor Shaped(float[] values) => tensor(values, [count, 1, values.Length / count, 1, 1], device: raw.device); // (N, 1, D or 1, 1, 1)
    }
}
