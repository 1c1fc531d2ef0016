using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>
/// The middle surface of a cleft: a shallow paraboloid w = κ (u² + v²) / 2 in the synapse's own frame, with w along the
/// normal from the presynaptic to the postsynaptic side, and the outline on it that the densities cover.
/// </summary>
internal sealed class CleftSurface
{
    private readonly Vector3 _u;
    private readonly Vector3 _v;
    private readonly float _curvature;
    private readonly CleftOutline _outline;
    private readonly float _discRadius;

    /// <summary>Places the surface.</summary>
    /// <param name="center">Centre in voxels, on the surface.</param>
    /// <param name="normal">Unit vector towards the postsynaptic side.</param>
    /// <param name="roll">Turn of the outline about the normal, radians.</param>
    /// <param name="curvature">κ per voxel; positive bulges the postsynaptic side into the bouton.</param>
    /// <param name="outline">Outline of the densities.</param>
    /// <param name="discRadius">Radius in voxels of the disc whose area the outline has.</param>
    public CleftSurface(Vector3 center, Vector3 normal, float roll, float curvature, CleftOutline outline, float discRadius)
    {
        Center = center;
        Normal = normal;
        Vector3 other = MathF.Abs(normal.Z) < 0.8f ? Vector3.UnitZ : Vector3.UnitX;
        Vector3 a = Vector3.Normalize(Vector3.Cross(normal, other));
        Vector3 b = Vector3.Cross(normal, a);
        (float sin, float cos) = MathF.SinCos(roll);
        _u = (a * cos) + (b * sin);
        _v = (b * cos) - (a * sin);
        _curvature = curvature;
        _outline = outline;
        _discRadius = discRadius;
    }

    /// <summary>Centre in voxels.</summary>
    public Vector3 Center { get; }

    /// <summary>Unit vector from the presynaptic to the postsynaptic side.</summary>
    public Vector3 Normal { get; }

    /// <summary>A position from the synapse's own coordinates in voxels; w is measured from the surface.</summary>
    public Vector3 Position(float u, float v, float w) =>
        Center + (_u * u) + (_v * v) + (Normal * (w + (0.5f * _curvature * ((u * u) + (v * v)))));

    /// <summary>Signed distance to the surface in voxels, to first order; negative on the presynaptic side.</summary>
    public float Height(Vector3 position)
    {
        Vector3 offset = position - Center;
        float w = Vector3.Dot(offset, Normal);
        float lateral = Vector3.Dot(offset, offset) - (w * w);
        return (w - (0.5f * _curvature * lateral)) / MathF.Sqrt(1 + (_curvature * _curvature * lateral));
    }

    /// <summary>Signed distance in voxels to the outline along the surface; negative inside the densities.</summary>
    public float OutlineDistance(Vector3 position)
    {
        Vector3 offset = position - Center;
        float u = Vector3.Dot(offset, _u);
        float v = Vector3.Dot(offset, _v);
        float r = _discRadius;
        return _outline switch
        {
            // Semi-axes r·s and r/s have the disc's area; scaled back to voxels along the short axis.
            CleftOutline.Strip => (Length(u / 1.58f, v * 1.58f) - r) / 1.58f,

            // From 0.55 R to R = r / √(1 − 0.55²): the disc's area.
            CleftOutline.Ring => MathF.Abs(Length(u, v) - (0.928f * r)) - (0.269f * r),

            // Two discs of half the area each, a gap of r/4 between them.
            CleftOutline.Pair => Length(MathF.Abs(u) - (0.83f * r), v) - (0.707f * r),
            _ => Length(u, v) - r,
        };
    }

    private static float Length(float a, float b) => MathF.Sqrt((a * a) + (b * b));
}
