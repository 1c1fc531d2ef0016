using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>Finds synapses, mitochondria and vesicles near a box without walking through all of them.</summary>
internal sealed class TissueIndex
{
    /// <summary>Reach of a mitochondrion from its middle in voxels, the warp's bend included.</summary>
    private const float MitochondrionReach = 50;

    private readonly PlaceGrid<PlantedSynapse> _synapses;
    private readonly PlaceGrid<Mitochondrion> _mitochondria;
    private readonly PlaceGrid<Vesicle> _vesicles;

    /// <summary>Indexes a finished tissue.</summary>
    public TissueIndex(Tissue tissue)
    {
        _synapses = new(tissue.Synapses, synapse => synapse.Cleft.Center);
        _mitochondria = new(tissue.Mitochondria, mitochondrion => mitochondrion.Body.Middle);
        _vesicles = new(tissue.Vesicles, vesicle => vesicle.Center);
    }

    /// <summary>Adds all that lies within the given reach, in voxels, of the box.</summary>
    public void Gather(
        TerritoryBox box, float synapseReach, float vesicleReach, List<PlantedSynapse> synapses, List<Mitochondrion> mitochondria, List<Vesicle> vesicles)
    {
        _synapses.Gather(box.Center, box.Radius + synapseReach, synapses);
        _mitochondria.Gather(box.Center, box.Radius + MitochondrionReach, mitochondria);
        _vesicles.Gather(box.Center, box.Radius + vesicleReach, vesicles);
    }

    /// <summary>Items by the cubic cell that holds their place.</summary>
    private sealed class PlaceGrid<T>
    {
        private const float Cell = 48;
        private readonly Dictionary<(int X, int Y, int Z), List<(Vector3 Place, T Item)>> _cells = [];

        /// <summary>Sorts items into their cells.</summary>
        public PlaceGrid(IEnumerable<T> items, Func<T, Vector3> place)
        {
            foreach (T item in items)
            {
                Vector3 at = place(item);
                (int, int, int) key = (Index(at.X), Index(at.Y), Index(at.Z));
                if (!_cells.TryGetValue(key, out List<(Vector3, T)>? cell))
                {
                    _cells[key] = cell = [];
                }

                cell.Add((at, item));
            }
        }

        /// <summary>Adds all items whose place is within reach of a point, in voxels.</summary>
        public void Gather(Vector3 center, float reach, List<T> into)
        {
            for (int z = Index(center.Z - reach); z <= Index(center.Z + reach); z++)
            {
                for (int y = Index(center.Y - reach); y <= Index(center.Y + reach); y++)
                {
                    for (int x = Index(center.X - reach); x <= Index(center.X + reach); x++)
                    {
                        GatherCell((x, y, z), center, reach, into);
                    }
                }
            }
        }

        private static int Index(float coordinate) => (int)MathF.Floor(coordinate / Cell);

        private void GatherCell((int X, int Y, int Z) key, Vector3 center, float reach, List<T> into)
        {
            if (!_cells.TryGetValue(key, out List<(Vector3 Place, T Item)>? cell))
            {
                return;
            }

            foreach ((Vector3 place, T item) in cell)
            {
                if (Vector3.DistanceSquared(place, center) <= reach * reach)
                {
                    into.Add(item);
                }
            }
        }
    }
}
