namespace SynapseLab.Engine.Data;

/// <summary>Finds the component of a structure whose nearest voxel is closest to a point (domain §2, step 2).</summary>
internal static class NearestComponent
{
    // Two squared distances that differ by less than rounding are a tie.
    private const double Tie = 1 + 1e-12;

    /// <summary>
    /// The voxel indices of the closest component; of equally close ones the one that begins first in scan order (z, y, x).
    /// </summary>
    /// <param name="flags">Window of structure flags.</param>
    /// <param name="structure">Which structure.</param>
    /// <param name="center">The point, in the bigger volume's voxels.</param>
    /// <param name="voxelSize">For distances in nm.</param>
    /// <returns>Empty when the window holds nothing of the structure.</returns>
    internal static IReadOnlyList<int> Find(Block<byte> flags, Structures structure, Voxel center, VoxelSizeNm voxelSize)
    {
        List<int> closest = ClosestVoxels(flags, structure, center, voxelSize);
        var visited = new bool[closest.Count == 0 ? 0 : flags.Volume.Voxels.Length];
        List<int> best = [];
        int bestFirst = int.MaxValue;
        foreach (int voxel in closest.Where(voxel => !visited[voxel]))
        {
            List<int> component = ConnectedComponent.Grow(flags.Volume, structure, voxel, visited);
            int first = component.Min();
            if (first < bestFirst)
            {
                (best, bestFirst) = (component, first);
            }
        }

        return best;
    }

    private static List<int> ClosestVoxels(Block<byte> flags, Structures structure, Voxel center, VoxelSizeNm voxelSize)
    {
        Shape3 shape = flags.Volume.Shape;
        var closest = new List<int>();
        double shortest = double.PositiveInfinity; // nm²
        for (int z = 0, index = 0; z < shape.Z; z++)
        {
            double dz = Square((flags.Origin.Z + z - center.Z) * voxelSize.Z);
            for (int y = 0; y < shape.Y; y++)
            {
                double dzy = dz + Square((flags.Origin.Y + y - center.Y) * voxelSize.Y);
                for (int x = 0; x < shape.X; x++, index++)
                {
                    if ((flags.Volume.Voxels[index] & (byte)structure) == 0)
                    {
                        continue;
                    }

                    double distance = dzy + Square((flags.Origin.X + x - center.X) * voxelSize.X);
                    if (distance * Tie < shortest)
                    {
                        closest.Clear();
                        shortest = distance;
                    }

                    if (distance <= shortest * Tie)
                    {
                        closest.Add(index);
                    }
                }
            }
        }

        return closest;
    }

    private static double Square(double value) => value * value;
}
