using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>Whose voxel it is.</summary>
/// <param name="Owner">The shape that won; its neurite owns the voxel.</param>
/// <param name="BorderDistance">Distance to the border with the nearest other neurite in voxels, never negative.</param>
internal readonly record struct TerritorySample(NeuriteShape Owner, float BorderDistance);

/// <summary>
/// Shares space out among neurites: each position belongs to the neurite with the least field. Positions are bent by a smooth
/// warp before warped shapes see them, which makes straight tubes wavy and their contacts irregular.
/// </summary>
internal sealed class Territory(RandomStream random)
{
    /// <summary>How much faster than the position a field can change: 1 for true distances, more for the warp.</summary>
    private const float Steepness = 1.8f;

    /// <summary>How far the warp can pull two positions apart in voxels: twice its amplitude along a diagonal.</summary>
    private const float LargestShift = 30;

    private readonly LatticeNoise _bends = new(random.Fork(), 38);
    private readonly LatticeNoise _ripples = new(random.Fork(), 13);
    private readonly List<NeuriteShape> _shapes = [];

    /// <summary>All shapes, in the order in which they were added.</summary>
    public IReadOnlyList<NeuriteShape> Shapes => _shapes;

    /// <summary>Adds a shape.</summary>
    public void Add(NeuriteShape shape) => _shapes.Add(shape);

    /// <summary>Where a true position lies in the space of warped shapes.</summary>
    public Vector3 Warp(Vector3 position)
    {
        Vector4 bend = _bends.At(position) * 6.5f;
        Vector4 ripple = _ripples.At(position) * 2.2f;
        return position + new Vector3(bend.X + ripple.X, bend.Y + ripple.Y, bend.Z + ripple.Z);
    }

    /// <summary>The true position that the warp carries to <paramref name="warped"/>, by fixed-point iteration.</summary>
    public Vector3 Unwarp(Vector3 warped)
    {
        Vector3 position = warped;
        for (int i = 0; i < 4; i++)
        {
            position += warped - Warp(position);
        }

        return position;
    }

    /// <summary>
    /// The shapes that can own or border any position within <paramref name="radius"/> of <paramref name="center"/>: those
    /// whose field there is no worse than the second-best neurite's by more than both can change over the radius.
    /// </summary>
    public void Narrow(IReadOnlyList<NeuriteShape> from, Vector3 center, float radius, List<NeuriteShape> into)
    {
        Vector3 warped = Warp(center);
        float limit = SecondBest(from, center, warped) + (2 * MathF.Min(Steepness * radius, radius + LargestShift));
        into.Clear();
        foreach (NeuriteShape shape in from)
        {
            if (shape.Field(shape.Warped ? warped : center) <= limit)
            {
                into.Add(shape);
            }
        }
    }

    private static float SecondBest(IReadOnlyList<NeuriteShape> shapes, Vector3 position, Vector3 warped)
    {
        (float best, float second, int owner) = (float.MaxValue, float.MaxValue, -1);
        foreach (NeuriteShape shape in shapes)
        {
            float field = shape.Field(shape.Warped ? warped : position);
            if (shape.Neurite == owner)
            {
                best = MathF.Min(best, field);
            }
            else if (field < best)
            {
                (second, best, owner) = (best, field, shape.Neurite);
            }
            else
            {
                second = MathF.Min(second, field);
            }
        }

        return second;
    }

    /// <summary>Who owns a position, among shapes narrowed for a neighbourhood of it.</summary>
    public TerritorySample At(Vector3 position, IReadOnlyList<NeuriteShape> shapes)
    {
        Vector3 warped = Warp(position);
        (float best, float second) = (float.MaxValue, float.MaxValue);
        NeuriteShape? owner = null;
        NeuriteShape? rival = null;
        for (int i = 0; i < shapes.Count; i++)
        {
            NeuriteShape shape = shapes[i];
            float field = shape.Field(shape.Warped ? warped : position);
            if (field < best)
            {
                if (owner is not null && owner.Neurite != shape.Neurite)
                {
                    (second, rival) = (best, owner);
                }

                (best, owner) = (field, shape);
            }
            else if (field < second && shape.Neurite != owner!.Neurite)
            {
                (second, rival) = (field, shape);
            }
        }

        return new TerritorySample(owner!, BorderDistance(owner!, rival, second - best, position, warped));
    }

    /// <summary>
    /// Distance to where both fields are equal, to first order: their difference over how fast it changes. Nearly parallel
    /// fields would push the border to infinity, so the rate has a floor.
    /// </summary>
    private static float BorderDistance(NeuriteShape owner, NeuriteShape? rival, float difference, Vector3 position, Vector3 warped)
    {
        if (rival is null)
        {
            return float.MaxValue;
        }

        Vector3 rate = rival.Gradient(rival.Warped ? warped : position) - owner.Gradient(owner.Warped ? warped : position);
        return difference / MathF.Max(rate.Length(), 0.5f);
    }
}
