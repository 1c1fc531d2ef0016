using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>
/// What the microscope and the knife do to the picture: each section has its own gain and offset, staining and focus vary over
/// about half a micrometre, electrons come in grains. These differences say nothing about a synapse, and they are what the
/// training's augmentations teach a network to ignore.
/// </summary>
internal sealed class Exposure
{
    private readonly LatticeNoise _staining;
    private readonly Vector2[] _sections;
    private readonly ulong _shots;
    private readonly float _contrast;

    /// <summary>Draws one bounding box's exposure.</summary>
    public Exposure(RandomStream random, int sectionCount)
    {
        _staining = new LatticeNoise(random.Fork(), 46);
        _contrast = random.Uniform(0.85f, 1.1f);
        _shots = random.NextBits();
        _sections = new Vector2[sectionCount];
        for (int z = 0; z < sectionCount; z++)
        {
            _sections[z] = new Vector2(random.Gaussian(1, 0.025f), random.Gaussian(0, 3.5f));
        }
    }

    /// <summary>The 8-bit value of a voxel whose tissue has this grey value.</summary>
    public byte Apply(float grey, int z, int y, int x, Vector3 position)
    {
        Vector4 staining = _staining.At(position);
        float gain = _contrast * (1 + (0.3f * staining.X)) * _sections[z].X;
        float exposed = 128 + (gain * (grey - 140)) + (26 * staining.Y) + _sections[z].Y;

        // Shot noise grows with the square root of the electrons counted; focus and dose make it vary in space.
        float noise = (9 + (6 * staining.Z)) * MathF.Sqrt(MathF.Max(exposed, 10) / 140);
        float shot = (0.75f * Shot(z, y, x)) + (0.47f * (Shot(z, y, x + 1) + Shot(z, y + 1, x)));
        return (byte)Math.Clamp(exposed + (noise * shot) + 0.5f, 0, 255);
    }

    /// <summary>N(0, 1) of one voxel; neighbours share theirs in part, as a detector smears them.</summary>
    private float Shot(int z, int y, int x) =>
        RandomStream.Gaussian(RandomStream.Mix(_shots ^ ((ulong)(uint)z << 40) ^ ((ulong)(uint)y << 20) ^ (uint)x));
}
