using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>Microtubules: rods along a neurite, one or none in each cell of a lattice across it.</summary>
internal static class Microtubules
{
    /// <summary>Spacing of the lattice in voxels, 72 nm.</summary>
    private const float Cell = 9;

    /// <summary>Distance in voxels from a position in warped space to the nearest microtubule of the tube's lattice cell.</summary>
    public static float Distance(Tube tube, Vector3 warped)
    {
        Vector3 direction = tube.Direction;
        if (direction == Vector3.Zero)
        {
            return float.MaxValue;
        }

        Vector3 other = MathF.Abs(direction.Z) < 0.8f ? Vector3.UnitZ : Vector3.UnitX;
        Vector3 u = Vector3.Normalize(Vector3.Cross(direction, other));
        Vector3 offset = warped - tube.Middle;
        float a = Vector3.Dot(offset, u) / Cell;
        float b = Vector3.Dot(offset, Vector3.Cross(direction, u)) / Cell;
        (float cellA, float cellB) = (MathF.Floor(a), MathF.Floor(b));
        ulong hash = RandomStream.Mix(((ulong)(uint)tube.Neurite << 32) ^ (ulong)(uint)((int)cellA * 73856093) ^ ((ulong)(uint)(int)cellB << 20));
        if ((hash & 3) == 0)
        {
            return float.MaxValue;
        }

        float offA = a - cellA - (0.2f + (0.6f * ((hash >> 8) & 0xFF) / 255));
        float offB = b - cellB - (0.2f + (0.6f * ((hash >> 16) & 0xFF) / 255));
        return Cell * MathF.Sqrt((offA * offA) + (offB * offB));
    }
}
