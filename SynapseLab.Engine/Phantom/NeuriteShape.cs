using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>
/// A piece of a neurite as a field: roughly the distance to its surface in voxels, negative inside. A voxel belongs to the
/// neurite whose shapes give the least field, so neurites fill space without gaps, like cells in an additively weighted
/// Voronoi diagram.
/// </summary>
internal abstract class NeuriteShape(int neurite, bool warped)
{
    /// <summary>Index of the neurite in the tissue.</summary>
    public int Neurite { get; } = neurite;

    /// <summary>Whether the shape lives in warped space (wavy tubes) or in true space (what synapses rest on).</summary>
    public bool Warped { get; } = warped;

    /// <summary>The field at a position in voxels; changes by at most about 1 per voxel.</summary>
    public abstract float Field(Vector3 position);

    /// <summary>Direction in which the field grows, times how fast; about a unit vector.</summary>
    public abstract Vector3 Gradient(Vector3 position);
}

/// <summary>A straight tube with round ends; equal ends make a ball.</summary>
internal sealed class Tube(int neurite, bool warped, Vector3 from, Vector3 to, float radius) : NeuriteShape(neurite, warped)
{
    private readonly Vector3 _axis = to - from;
    private readonly float _inverseSquare = from == to ? 0 : 1 / Vector3.DistanceSquared(from, to);

    /// <summary>Middle of the tube.</summary>
    public Vector3 Middle => from + (_axis * 0.5f);

    /// <summary>Unit vector along the tube; zero for a ball.</summary>
    public Vector3 Direction { get; } = from == to ? Vector3.Zero : Vector3.Normalize(to - from);

    /// <summary>Radius in voxels.</summary>
    public float Radius { get; } = radius;

    /// <inheritdoc />
    public override float Field(Vector3 position) => FromAxis(position).Length() - Radius;

    /// <inheritdoc />
    public override Vector3 Gradient(Vector3 position)
    {
        Vector3 offset = FromAxis(position);
        return offset / MathF.Max(offset.Length(), 1e-3f);
    }

    private Vector3 FromAxis(Vector3 position)
    {
        Vector3 offset = position - from;
        float along = Math.Clamp(Vector3.Dot(offset, _axis) * _inverseSquare, 0, 1);
        return offset - (_axis * along);
    }
}

/// <summary>
/// One side of a synapse: the half-space on that side, strong near the cleft and fading outside a ball around it. Both sides
/// fade alike, so between them the border is exactly the cleft's surface, and other neurites keep off it.
/// </summary>
internal sealed class SynapticSide(int neurite, CleftSurface surface, bool presynaptic) : NeuriteShape(neurite, warped: false)
{
    private const float Bonus = 6;
    private const float Reach = 12;
    private const float Depth = 5;
    private readonly float _sign = presynaptic ? 1 : -1;

    /// <inheritdoc />
    public override float Field(Vector3 position)
    {
        float outside = MathF.Max(0, Vector3.Distance(position, surface.Center) - Reach);
        return MathF.Max(_sign * surface.Height(position), -Depth) + outside - Bonus;
    }

    /// <inheritdoc />
    public override Vector3 Gradient(Vector3 position)
    {
        Vector3 offset = position - surface.Center;
        Vector3 fade = offset.Length() > Reach ? Vector3.Normalize(offset) : Vector3.Zero;
        float height = _sign * surface.Height(position);
        return height > -Depth ? fade + (surface.Normal * _sign) : fade;
    }
}
