using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Blackens a box at one of the eight corners of each sample, with a probability.</summary>
/// <param name="Probability">0 … 1.</param>
/// <param name="Fraction">The box's sides as a fraction of the cube's, 0 … 1.</param>
public sealed record RandomCornerCutOut(double Probability, double Fraction) : IIntensityTransform
{
    private const int Axes = 3;

    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random)
    {
        int count = (int)raw.shape[0];
        bool[] applies = Draws.Chance(count, Probability, random.Decisions);
        bool[] farEnds = Draws.Chance(count * Axes, 0.5, random.Decisions); // (N, 3): z, y, x
        return VoxelBox.Blacken(raw, [.. farEnds.Chunk(Axes).Zip(applies, (ends, apply) => apply ? At(raw.shape, ends) : VoxelBox.Empty)]);
    }

    /// <summary>The box at the corner that lies at the far end of the axes marked in <paramref name="farEnds"/>.</summary>
    internal VoxelBox At(long[] shape, bool[] farEnds)
    {
        int[] lengths = [(int)shape[2], (int)shape[3], (int)shape[4]];
        int[] sides = [.. lengths.Select(length => (int)Math.Round(Fraction * length))];
        int[] first = [.. Enumerable.Range(0, Axes).Select(axis => farEnds[axis] ? lengths[axis] - sides[axis] : 0)];
        return new(first, [.. first.Zip(sides, (start, side) => start + side)]);
    }
}
