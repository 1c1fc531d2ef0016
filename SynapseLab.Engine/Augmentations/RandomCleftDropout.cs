using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>
/// Empties a share of the cleft mask's voxels in each sample, with a probability, so that a network cannot rest on the mask's
/// exact shape. Voxels and not the whole mask: mask-aware sampling wants cleft in both views.
/// </summary>
/// <param name="Probability">0 … 1.</param>
/// <param name="LowShare">Least share of voxels.</param>
/// <param name="HighShare">Greatest share of voxels, below 1.</param>
public sealed record RandomCleftDropout(double Probability, double LowShare, double HighShare) : IMaskTransform
{
    /// <summary>Place of the cleft among the masks of the recipes raw+pre+cleft and raw+vesicle+cleft.</summary>
    private const int Cleft = 1;

    /// <inheritdoc />
    public Tensor Apply(Tensor masks, ViewRandomness random)
    {
        int count = (int)masks.shape[0];
        bool[] applies = Draws.Chance(count, Probability, random.Decisions);
        float[] shares = Draws.Uniform(count, LowShare, HighShare, random.Decisions);
        long[] s = masks.shape; // (N, C − 1, D, H, W)
        using var lots = rand(s[0], 1, s[2], s[3], s[4], device: masks.device, generator: random.Voxels); // (N, 1, D, H, W)
        return Drop(masks, lots, [.. shares.Zip(applies, (share, apply) => apply ? share : 0f)]);
    }

    /// <summary>The cleft mask without the voxels whose lot in [0, 1) is below the sample's share; the other masks as they are.</summary>
    /// <exception cref="EngineException">There is no second mask.</exception>
    internal static Tensor Drop(Tensor masks, Tensor lots, float[] shares)
    {
        if (masks.shape[1] <= Cleft)
        {
            throw new EngineException(
                $"Expected cubes with a cleft mask as channel {Cleft + 1}, got {masks.shape[1] + 1} channel(s): "
                + "prepare cubes with the recipe raw+pre+cleft, or choose an augmentation without cleft dropout.");
        }

        using var scope = NewDisposeScope();
        var cleft = masks.narrow(1, Cleft, 1).masked_fill(lots < Draws.PerSample(shares, masks.device), 0); // (N, 1, D, H, W)
        long after = masks.shape[1] - Cleft - 1;
        var before = masks.narrow(1, 0, Cleft);
        return (after == 0 ? cat([before, cleft], 1) : cat([before, cleft, masks.narrow(1, Cleft + 1, after)], 1)).MoveToOuterDisposeScope();
    }
}
