namespace SynapseLab.Engine.Data;

/// <summary>A dense volume [Z, Y, X] in one array, X fastest.</summary>
public sealed class Volume<T>(Shape3 shape, T[] voxels)
    where T : unmanaged
{
    /// <summary>Creates a volume of zeros.</summary>
    public Volume(Shape3 shape)
        : this(shape, new T[checked((int)shape.Count)])
    {
    }

    /// <summary>Size in voxels.</summary>
    public Shape3 Shape { get; } = shape;

    /// <summary>All voxels, length Z·Y·X, X fastest.</summary>
    public T[] Voxels { get; } = voxels.LongLength == shape.Count
        ? voxels
        : throw new ArgumentException($"Expected {shape.Count} voxels for {shape}, got {voxels.LongLength}.", nameof(voxels));

    /// <summary>The voxel at 0-based (z, y, x).</summary>
    public ref T this[int z, int y, int x] => ref Voxels[((z * Shape.Y) + y) * Shape.X + x];
}
