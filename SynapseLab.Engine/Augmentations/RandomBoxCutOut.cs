using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>
/// Blackens a box anywhere in each sample, with a probability. A box that would hold the centre, where the synapse is, is left
/// out instead of drawn again: the number of draws must not depend on their values.
/// </summary>
/// <param name="Probability">0 … 1.</param>
/// <param name="LowFraction">Least side as a fraction of the cube's; each axis has its own.</param>
/// <param name="HighFraction">Greatest side, up to 1.</param>
public sealed record RandomBoxCutOut(double Probability, double LowFraction, double HighFraction) : IIntensityTransform
{
    private const int Axes = 3;

    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random)
    {
        int count = (int)raw.shape[0];
        bool[] applies = Draws.Chance(count, Probability, random.Decisions);
        float[][] fractions = [.. Draws.Uniform(count * Axes, LowFraction, HighFraction, random.Decisions).Chunk(Axes)]; // (N, 3): z, y, x
        float[][] places = [.. Draws.Uniform(count * Axes, 0, 1, random.Decisions).Chunk(Axes)]; // (N, 3)
        return VoxelBox.Blacken(raw, [.. applies.Select((apply, i) => apply ? At(raw.shape, fractions[i], places[i]) : VoxelBox.Empty)]);
    }

    /// <summary>The box of sides ∕ lengths (z, y, x), at a place in [0, 1) of what is possible; empty if it holds the centre.</summary>
    internal static VoxelBox At(long[] shape, float[] fractions, float[] places)
    {
        int[] lengths = [(int)shape[2], (int)shape[3], (int)shape[4]];
        int[] sides = [.. lengths.Zip(fractions, (length, fraction) => (int)MathF.Round(length * fraction))];
        int[] first = [.. Enumerable.Range(0, Axes).Select(axis => (int)(places[axis] * (lengths[axis] - sides[axis] + 1)))];
        var box = new VoxelBox(first, [.. first.Zip(sides, (start, side) => start + side)]);
        return box.Holds(lengths[0] / 2, lengths[1] / 2, lengths[2] / 2) ? VoxelBox.Empty : box;
    }
}
