using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Turns each sample once: by k·90°, k ∈ 1 … 3, in one of the planes YX, ZX, ZY, all equally likely.</summary>
public sealed record RandomSingleRotation90 : IGeometryTransform
{
    private const int Planes = 3;

    /// <inheritdoc />
    public Tensor Apply(Tensor cubes, ViewRandomness random)
    {
        int count = (int)cubes.shape[0];
        int[] planes = Draws.Integers(count, 0, Planes - 1, random.Decisions);
        int[] quarters = Draws.Integers(count, 1, 3, random.Decisions);
        return RandomRotation90.Rotate(cubes, [.. planes.Zip(quarters, InPlane)]);
    }

    private static int[] InPlane(int plane, int quarters)
    {
        int[] turns = new int[Planes];
        turns[plane] = quarters;
        return turns;
    }
}
