using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>
/// Smooth random field with four independent channels: uniform values on a cubic lattice, interpolated with a cubic fade
/// (value noise, Perlin 1985). The lattice repeats after 32 cells, far beyond what one looks at, and so stays in the cache.
/// </summary>
internal sealed class LatticeNoise
{
    private const int Period = 32;
    private readonly Vector4[] _lattice = new Vector4[Period * Period * Period];
    private readonly float _cellsPerVoxel;

    /// <summary>Draws the lattice.</summary>
    /// <param name="random">Source of the lattice values.</param>
    /// <param name="cell">Distance of lattice points in voxels: the size of the field's blobs.</param>
    public LatticeNoise(RandomStream random, float cell)
    {
        _cellsPerVoxel = 1 / cell;
        for (int i = 0; i < _lattice.Length; i++)
        {
            _lattice[i] = new Vector4(random.Uniform(-1, 1), random.Uniform(-1, 1), random.Uniform(-1, 1), random.Uniform(-1, 1));
        }
    }

    /// <summary>The four channels at a position in voxels, each in [−1, 1].</summary>
    public Vector4 At(Vector3 position)
    {
        Vector3 scaled = position * _cellsPerVoxel;
        (int x, float fx) = Split(scaled.X);
        (int y, float fy) = Split(scaled.Y);
        (int z, float fz) = Split(scaled.Z);
        Vector4 front = Vector4.Lerp(Row(x, y, z, fx), Row(x, y + 1, z, fx), fy);
        Vector4 back = Vector4.Lerp(Row(x, y, z + 1, fx), Row(x, y + 1, z + 1, fx), fy);
        return Vector4.Lerp(front, back, fz);
    }

    private static (int Cell, float Fade) Split(float value)
    {
        float floor = MathF.Floor(value);
        float t = value - floor;
        return ((int)floor, t * t * (3 - (2 * t)));
    }

    private Vector4 Row(int x, int y, int z, float fade)
    {
        int row = (((z & (Period - 1)) * Period) + (y & (Period - 1))) * Period;
        return Vector4.Lerp(_lattice[row + (x & (Period - 1))], _lattice[row + ((x + 1) & (Period - 1))], fade);
    }
}
