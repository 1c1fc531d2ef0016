using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Turns each sample by k·90°, k ∈ 1 … 3, in the planes YX, ZX, ZY one after the other, each with a probability.</summary>
/// <param name="Probability">0 … 1 for each plane.</param>
public sealed record RandomRotation90(double Probability) : IGeometryTransform
{
    /// <summary>Planes as axes of one sample (C, D, H, W).</summary>
    private static readonly (long From, long To)[] s_planes = [(2, 3), (1, 3), (1, 2)];

    /// <inheritdoc />
    public Tensor Apply(Tensor cubes, ViewRandomness random)
    {
        int count = (int)cubes.shape[0] * s_planes.Length;
        bool[] turns = Draws.Chance(count, Probability, random.Decisions);
        int[] quarters = Draws.Integers(count, 1, 3, random.Decisions);
        int[] applied = [.. turns.Zip(quarters, (turn, quarter) => turn ? quarter : 0)];
        return Rotate(cubes, [.. applied.Chunk(s_planes.Length)]);
    }

    /// <summary>Turns sample i by <paramref name="quarters"/>[i] quarters (0 … 3) in YX, then ZX, then ZY.</summary>
    /// <exception cref="ArgumentException">The cubes are not cubic: a turn would change their shape.</exception>
    internal static Tensor Rotate(Tensor cubes, IReadOnlyList<int[]> quarters)
    {
        CubicShape.Require(cubes);
        using var scope = NewDisposeScope();
        var samples = quarters.Select((turns, i) =>
        {
            var sample = cubes.select(0, i); // (C, D, H, W)
            for (int plane = 0; plane < s_planes.Length; plane++)
            {
                sample = turns[plane] == 0 ? sample : sample.rot90(turns[plane], s_planes[plane]);
            }

            return sample;
        });
        return stack([.. samples]).MoveToOuterDisposeScope(); // (N, C, D, H, W)
    }
}
