using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>raw·gain + offset with one normally distributed gain and offset a sample. For z-scored grey values.</summary>
/// <param name="GainSigma">The gain is N(1, this²).</param>
/// <param name="OffsetSigma">The offset is N(0, this²), in units of the grey scale.</param>
public sealed record RandomGainOffset(double GainSigma, double OffsetSigma) : IIntensityTransform
{
    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random)
    {
        int count = (int)raw.shape[0];
        float[] gains = Draws.Normal(count, 1, GainSigma, random.Decisions);
        float[] offsets = Draws.Normal(count, 0, OffsetSigma, random.Decisions);
        return RandomContrastBrightness.ScaleShift(raw, gains, offsets);
    }
}
