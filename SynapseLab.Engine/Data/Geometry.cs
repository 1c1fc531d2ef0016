namespace SynapseLab.Engine.Data;

/// <summary>Size of a volume in voxels, slowest axis first.</summary>
public readonly record struct Shape3(int Z, int Y, int X)
{
    /// <summary>Number of voxels, Z·Y·X.</summary>
    public long Count => (long)Z * Y * X;

    /// <summary>Whether <paramref name="voxel"/> lies inside.</summary>
    public bool Contains(Voxel voxel) =>
        (uint)voxel.Z < (uint)Z && (uint)voxel.Y < (uint)Y && (uint)voxel.X < (uint)X;

    /// <inheritdoc />
    public override string ToString() => $"{Z} × {Y} × {X}";
}

/// <summary>A voxel index, 0-based, slowest axis first (may lie outside a volume).</summary>
public readonly record struct Voxel(int Z, int Y, int X);

/// <summary>Voxel size in nanometres, slowest axis first; default 8 nm isotropic.</summary>
public readonly record struct VoxelSizeNm(double Z, double Y, double X)
{
    /// <summary>8 nm isotropic, the seed's data.</summary>
    public static VoxelSizeNm Default { get; } = new(8, 8, 8);
}
