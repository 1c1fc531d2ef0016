using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Sets a share of each sample's voxels to white or black, half each, with a probability. For grey values in [0, 1].</summary>
/// <param name="Probability">0 … 1.</param>
/// <param name="LowShare">Least share of voxels.</param>
/// <param name="HighShare">Greatest share of voxels, up to 1.</param>
public sealed record RandomSaltAndPepper(double Probability, double LowShare, double HighShare) : IIntensityTransform
{
    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random)
    {
        int count = (int)raw.shape[0];
        bool[] applies = Draws.Chance(count, Probability, random.Decisions);
        float[] shares = Draws.Uniform(count, LowShare, HighShare, random.Decisions);
        using var lots = rand(raw.shape, device: raw.device, generator: random.Voxels); // (N, 1, D, H, W)
        return Sprinkle(raw, lots, [.. shares.Zip(applies, (share, apply) => apply ? share : 0f)]);
    }

    /// <summary>0 where the lot in [0, 1) is below half the sample's share, 1 where it is in the upper half of the share.</summary>
    internal static Tensor Sprinkle(Tensor raw, Tensor lots, float[] shares)
    {
        using var scope = NewDisposeScope();
        var halves = Draws.PerSample([.. shares.Select(share => share / 2)], raw.device);
        return raw.masked_fill(lots < halves, 0).masked_fill(lots >= 1 - halves, 1).MoveToOuterDisposeScope();
    }
}
