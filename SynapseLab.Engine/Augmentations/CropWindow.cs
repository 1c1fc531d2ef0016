namespace SynapseLab.Engine.Augmentations;

/// <summary>A smaller cube in a cube, in voxels.</summary>
/// <param name="Side">Its side.</param>
/// <param name="Z">First voxel along z.</param>
/// <param name="Y">First voxel along y.</param>
/// <param name="X">First voxel along x.</param>
internal readonly record struct CropWindow(int Side, int Z, int Y, int X)
{
    /// <summary>The window of a side ∕ size fraction, at a place (z, y, x) in [0, 1) of what is possible.</summary>
    internal static CropWindow At(int size, float fraction, float[] place)
    {
        int side = Math.Clamp((int)MathF.Round(fraction * size), 1, size);
        int First(float u) => (int)(u * (size - side + 1));
        return new(side, First(place[0]), First(place[1]), First(place[2]));
    }

    /// <summary>3 × 4 on normalised (x, y, z, 1): the faces of the cube to those of the window.</summary>
    internal float[] Map(int size)
    {
        float scale = (float)Side / size;
        return [scale, 0, 0, Centre(X, size), 0, scale, 0, Centre(Y, size), 0, 0, scale, Centre(Z, size)];
    }

    /// <summary>Normalised centre (x, y, z) of its first voxel.</summary>
    internal float[] FirstVoxel(int size) => [VoxelCentre(X, size), VoxelCentre(Y, size), VoxelCentre(Z, size)];

    /// <summary>Normalised centre (x, y, z) of its last voxel.</summary>
    internal float[] LastVoxel(int size) =>
        [VoxelCentre(X + Side - 1, size), VoxelCentre(Y + Side - 1, size), VoxelCentre(Z + Side - 1, size)];

    private static float VoxelCentre(int voxel, int size) => (((2f * voxel) + 1) / size) - 1;

    private float Centre(int first, int size) => (((2f * first) + Side) / size) - 1;
}
