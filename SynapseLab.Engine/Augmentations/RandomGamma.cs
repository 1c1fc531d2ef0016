using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Bends the grey scale of each sample, raw^γ, with a probability. For grey values in [0, 1].</summary>
/// <param name="Probability">0 … 1.</param>
/// <param name="LowGamma">Least γ, above 0; below 1 brightens.</param>
/// <param name="HighGamma">Greatest γ; above 1 darkens.</param>
public sealed record RandomGamma(double Probability, double LowGamma, double HighGamma) : IIntensityTransform
{
    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random)
    {
        int count = (int)raw.shape[0];
        bool[] applies = Draws.Chance(count, Probability, random.Decisions);
        float[] gammas = Draws.Uniform(count, LowGamma, HighGamma, random.Decisions);
        using var bent = Power(raw, gammas);
        return Draws.Select(applies, bent, raw);
    }

    /// <summary>rawᵞ, the base clamped to [0, 1]: noise may have left values below 0, whose powers are not numbers.</summary>
    internal static Tensor Power(Tensor raw, float[] gammas)
    {
        using var scope = NewDisposeScope();
        return raw.clamp(0, 1).pow(Draws.PerSample(gammas, raw.device)).MoveToOuterDisposeScope();
    }
}
