using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Mirrors each axis z, y, x of each sample with a probability.</summary>
/// <param name="Probability">0 … 1 for each axis.</param>
public sealed record RandomFlip(double Probability) : IGeometryTransform
{
    private const int Axes = 3;

    /// <inheritdoc />
    public Tensor Apply(Tensor cubes, ViewRandomness random)
    {
        int count = (int)cubes.shape[0];
        bool[] flips = Draws.Chance(count * Axes, Probability, random.Decisions); // (N, 3): z, y, x
        return Flip(cubes, [.. flips.Chunk(Axes)]);
    }

    /// <summary>Mirrors sample i along the axes (z, y, x) that <paramref name="flips"/>[i] names.</summary>
    internal static Tensor Flip(Tensor cubes, IReadOnlyList<bool[]> flips)
    {
        using var scope = NewDisposeScope();
        var samples = flips.Select((axes, i) =>
        {
            var sample = cubes.select(0, i); // (C, D, H, W)
            long[] dims = [.. Enumerable.Range(0, Axes).Where(axis => axes[axis]).Select(axis => axis + 1L)];
            return dims.Length == 0 ? sample : sample.flip(dims);
        });
        return stack([.. samples]).MoveToOuterDisposeScope(); // (N, C, D, H, W)
    }
}
