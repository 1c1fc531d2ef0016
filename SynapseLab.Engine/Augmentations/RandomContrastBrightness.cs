using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Scales and shifts the grey values of each sample, with a probability for both together.</summary>
/// <param name="Probability">0 … 1.</param>
/// <param name="LowContrast">Least factor.</param>
/// <param name="HighContrast">Greatest factor.</param>
/// <param name="Brightness">Offsets are uniform in ± this, in units of the [0, 1] grey scale.</param>
public sealed record RandomContrastBrightness(double Probability, double LowContrast, double HighContrast, double Brightness) : IIntensityTransform
{
    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random)
    {
        int count = (int)raw.shape[0];
        bool[] applies = Draws.Chance(count, Probability, random.Decisions);
        float[] factors = Draws.Uniform(count, LowContrast, HighContrast, random.Decisions);
        float[] offsets = Draws.Uniform(count, -Brightness, Brightness, random.Decisions);
        return ScaleShift(
            raw,
            [.. factors.Zip(applies, (factor, apply) => apply ? factor : 1f)],
            [.. offsets.Zip(applies, (offset, apply) => apply ? offset : 0f)]);
    }

    /// <summary>raw·cᵢ + bᵢ.</summary>
    internal static Tensor ScaleShift(Tensor raw, float[] factors, float[] offsets)
    {
        using var scope = NewDisposeScope();
        return (raw * Draws.PerSample(factors, raw.device) + Draws.PerSample(offsets, raw.device)).MoveToOuterDisposeScope();
    }
}
