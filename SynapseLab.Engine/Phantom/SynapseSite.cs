using System.Numerics;
using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Phantom;

/// <summary>Where an annotator would click for a planted synapse: voxels inside the bounding box.</summary>
/// <param name="Synapse">The planted synapse.</param>
/// <param name="Center">A cleft voxel, the nearest to the middle of the cleft.</param>
/// <param name="Presynaptic">A voxel of the presynaptic segment.</param>
/// <param name="Postsynaptic">A voxel of the postsynaptic segment.</param>
internal sealed record SynapseSite(PlantedSynapse Synapse, Voxel Center, Voxel Presynaptic, Voxel Postsynaptic)
{
    private const int SearchReach = 12;

    /// <summary>Finds the voxels of every synapse of a finished tissue, in order.</summary>
    public static IReadOnlyList<SynapseSite> FindAll(Tissue tissue)
    {
        var index = new TissueIndex(tissue);
        return [.. tissue.Synapses.Select(synapse => Find(tissue, index, synapse))];
    }

    private static SynapseSite Find(Tissue tissue, TissueIndex index, PlantedSynapse synapse)
    {
        Vector3 middle = Round(synapse.Cleft.Center);
        TerritoryBox box = new TerritoryBox(
            middle - new Vector3(SearchReach), new Vector3((2 * SearchReach) + 1), tissue.Territory.Shapes).Narrowed(tissue.Territory);
        var anatomist = new Anatomist(tissue, index, box);

        Vector3 center = NearestCleftVoxel(tissue, synapse, position => anatomist.At(position, box));
        return new SynapseSite(
            synapse,
            ToVoxel(center),
            ToVoxel(PointOnSide(tissue, synapse, synapse.PresynapticNeurite, -1, position => anatomist.At(position, box))),
            ToVoxel(PointOnSide(tissue, synapse, synapse.PostsynapticNeurite, 1, position => anatomist.At(position, box))));
    }

    private static Vector3 NearestCleftVoxel(Tissue tissue, PlantedSynapse synapse, Func<Vector3, Anatomy> at)
    {
        Vector3 middle = Round(synapse.Cleft.Center);
        (Vector3 nearest, float distance) = (middle, float.MaxValue);
        for (int z = -SearchReach; z <= SearchReach; z++)
        {
            for (int y = -SearchReach; y <= SearchReach; y++)
            {
                for (int x = -SearchReach; x <= SearchReach; x++)
                {
                    Vector3 position = middle + new Vector3(x, y, z);
                    float toCenter = Vector3.Distance(position, synapse.Cleft.Center);
                    if (toCenter < distance && tissue.Contains(position, 0) && at(position) is { IsCleft: true } anatomy && anatomy.Synapse == synapse)
                    {
                        (nearest, distance) = (position, toCenter);
                    }
                }
            }
        }

        return nearest;
    }

    /// <summary>A voxel well inside the side's neurite: 64 nm off the cleft, or nearer where the box ends.</summary>
    private static Vector3 PointOnSide(Tissue tissue, PlantedSynapse synapse, int neurite, int direction, Func<Vector3, Anatomy> at)
    {
        for (int depth = 8; depth > 3; depth--)
        {
            Vector3 position = Round(synapse.Cleft.Position(0, 0, direction * depth));
            if (tissue.Contains(position, 0) && at(position) is { IsMembrane: false } anatomy && anatomy.Neurite == neurite)
            {
                return position;
            }
        }

        return Round(synapse.Cleft.Position(0, 0, direction * 3));
    }

    private static Vector3 Round(Vector3 position) => new(MathF.Round(position.X), MathF.Round(position.Y), MathF.Round(position.Z));

    private static Voxel ToVoxel(Vector3 position) => new((int)position.Z, (int)position.Y, (int)position.X);
}
