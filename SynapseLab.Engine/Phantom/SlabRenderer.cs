using System.Numerics;
using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Phantom;

/// <summary>Consecutive sections of one bounding box, each array [Z, Y, X].</summary>
/// <param name="FirstSection">Index z of the first.</param>
/// <param name="Raw">Grey values.</param>
/// <param name="Segments">Segment ids, 0 on membranes.</param>
/// <param name="Structures">Structure codes.</param>
internal sealed record Slab(int FirstSection, Volume<byte> Raw, Volume<ushort> Segments, Volume<byte> Structures);

/// <summary>Renders a tissue slab by slab; tiles of a slab in parallel, with the same result in any order.</summary>
internal sealed class SlabRenderer(Tissue tissue, Stain stain, Exposure exposure, Labels labels)
{
    /// <summary>Sections of one slab.</summary>
    public const int Thickness = 32;
    private const int TileEdge = 40;
    private const int LeafEdge = 5;

    private readonly TissueIndex _index = new(tissue);

    /// <summary>Renders sections z0 … z0 + <see cref="Thickness"/> − 1, or as many as there are.</summary>
    public Slab Render(int firstSection, CancellationToken cancellationToken)
    {
        int size = tissue.Size;
        var shape = new Shape3(Math.Min(Thickness, size - firstSection), size, size);
        var slab = new Slab(firstSection, new(shape), new(shape), new(shape));
        int tiles = (size + TileEdge - 1) / TileEdge;
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, tiles * tiles, parallel, tile => RenderTile(slab, tile / tiles * TileEdge, tile % tiles * TileEdge));
        return slab;
    }

    private void RenderTile(Slab slab, int y, int x)
    {
        var edges = new Vector3(Math.Min(TileEdge, tissue.Size - x), Math.Min(TileEdge, tissue.Size - y), slab.Raw.Shape.Z);
        TerritoryBox tile = new TerritoryBox(new Vector3(x, y, slab.FirstSection), edges, tissue.Territory.Shapes).Narrowed(tissue.Territory);
        var anatomist = new Anatomist(tissue, _index, tile);
        foreach (TerritoryBox leaf in tile.Leaves(tissue.Territory, LeafEdge))
        {
            anatomist.Enter(leaf);
            RenderLeaf(slab, leaf, anatomist);
        }
    }

    private void RenderLeaf(Slab slab, TerritoryBox leaf, Anatomist anatomist)
    {
        (int x0, int y0, int z0) = ((int)leaf.Origin.X, (int)leaf.Origin.Y, (int)leaf.Origin.Z);
        for (int z = z0; z < z0 + (int)leaf.Edges.Z; z++)
        {
            for (int y = y0; y < y0 + (int)leaf.Edges.Y; y++)
            {
                for (int x = x0; x < x0 + (int)leaf.Edges.X; x++)
                {
                    var position = new Vector3(x, y, z);
                    Anatomy anatomy = anatomist.At(position, leaf);
                    int section = z - slab.FirstSection;
                    slab.Raw[section, y, x] = exposure.Apply(stain.Grey(anatomy, position), z, y, x, position);
                    slab.Segments[section, y, x] = labels.Segment(anatomy);
                    slab.Structures[section, y, x] = labels.Structure(anatomy);
                }
            }
        }
    }
}
