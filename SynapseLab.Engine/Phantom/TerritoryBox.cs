using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>
/// A box of voxels with the shapes that matter in it. Halving a box narrows its shapes, so that in a small box a handful of
/// the thousands remain; the work of a whole volume grows with its voxels only.
/// </summary>
/// <param name="Origin">First voxel, x, y, z.</param>
/// <param name="Edges">Voxels along x, y, z; whole numbers.</param>
/// <param name="Shapes">Shapes that can own or border a voxel of the box.</param>
internal sealed record TerritoryBox(Vector3 Origin, Vector3 Edges, IReadOnlyList<NeuriteShape> Shapes)
{
    /// <summary>Middle between the first and last voxel.</summary>
    public Vector3 Center => Origin + ((Edges - Vector3.One) * 0.5f);

    /// <summary>Distance of the corner voxels from the middle.</summary>
    public float Radius => (Edges - Vector3.One).Length() * 0.5f;

    /// <summary>The small boxes, at most <paramref name="longestEdge"/> voxels long, that tile this one; in a fixed order.</summary>
    public IEnumerable<TerritoryBox> Leaves(Territory territory, int longestEdge)
    {
        var open = new Stack<TerritoryBox>([this]);
        while (open.TryPop(out TerritoryBox? box))
        {
            float longest = MathF.Max(box.Edges.X, MathF.Max(box.Edges.Y, box.Edges.Z));
            if (longest <= longestEdge)
            {
                yield return box;
                continue;
            }

            (TerritoryBox lower, TerritoryBox upper) = box.Halve(longest);
            open.Push(upper.Narrowed(territory));
            open.Push(lower.Narrowed(territory));
        }
    }

    /// <summary>The same box with only the shapes that matter in it.</summary>
    public TerritoryBox Narrowed(Territory territory)
    {
        List<NeuriteShape> shapes = [];
        territory.Narrow(Shapes, Center, Radius, shapes);
        return this with { Shapes = shapes };
    }

    private (TerritoryBox Lower, TerritoryBox Upper) Halve(float longest)
    {
        Vector3 axis = Edges.Z == longest ? Vector3.UnitZ : Edges.Y == longest ? Vector3.UnitY : Vector3.UnitX;
        float half = MathF.Floor(longest / 2);
        return (this with { Edges = Edges - (axis * (longest - half)) }, this with { Origin = Origin + (axis * half), Edges = Edges - (axis * half) });
    }
}
