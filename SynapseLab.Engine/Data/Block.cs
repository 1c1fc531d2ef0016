namespace SynapseLab.Engine.Data;

/// <summary>A part of a bigger volume that knows where it lies.</summary>
/// <param name="Origin">Place of the part's first voxel in the bigger volume.</param>
/// <param name="Volume">The part's voxels.</param>
internal sealed record Block<T>(Voxel Origin, Volume<T> Volume)
    where T : unmanaged
{
    /// <summary>The window [centre − half, centre + half) on each axis, cut to <paramref name="shape"/>.</summary>
    internal static (Voxel Origin, Shape3 Shape) Clamp(Shape3 shape, Voxel center, int half)
    {
        (int z, int depth) = Clamp(shape.Z, center.Z, half);
        (int y, int height) = Clamp(shape.Y, center.Y, half);
        (int x, int width) = Clamp(shape.X, center.X, half);
        return (new Voxel(z, y, x), new Shape3(depth, height, width));
    }

    /// <summary>Row (z, y) of the bigger volume, as far as it lies in this part: first voxel is x = Origin.X.</summary>
    internal ReadOnlySpan<T> Row(int z, int y) =>
        Volume.Voxels.AsSpan((((z - Origin.Z) * Volume.Shape.Y) + (y - Origin.Y)) * Volume.Shape.X, Volume.Shape.X);

    private static (int Start, int Length) Clamp(int length, int center, int half)
    {
        int start = Math.Clamp(center - half, 0, length);
        return (start, Math.Clamp(center + half, 0, length) - start);
    }
}
