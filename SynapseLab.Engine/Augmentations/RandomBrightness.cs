using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Shifts the grey values of each sample.</summary>
/// <param name="Range">Offsets are uniform in ± this, in units of the grey scale.</param>
public sealed record RandomBrightness(double Range) : IIntensityTransform
{
    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random) =>
        Shift(raw, Draws.Uniform((int)raw.shape[0], -Range, Range, random.Decisions));

    /// <summary>raw + bᵢ.</summary>
    internal static Tensor Shift(Tensor raw, float[] offsets)
    {
        using var shifts = Draws.PerSample(offsets, raw.device);
        return raw + shifts;
    }
}
