using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>
/// Builds one bounding box of neuropil: thick dendrites first, synapses on them, an axon through each bouton, thin fibres
/// until profiles are as dense as in real neuropil, then mitochondria and vesicles inside.
/// </summary>
internal static class TissueBuilder
{
    /// <summary>Cross-section in voxels² that one dendrite has to itself, and one neurite of any kind.</summary>
    private const int AreaPerDendrite = 2600;
    private const int AreaPerNeurite = 210;

    /// <summary>Builds the tissue.</summary>
    public static Tissue Build(int size, int synapseCount, int typeCount, RandomStream random)
    {
        var tissue = new Tissue(size, new Territory(random.Fork()));
        var grower = new NeuriteGrower(tissue, random.Fork());
        RandomStream places = random.Fork();

        int dendrites = Math.Max(4, size * size / AreaPerDendrite);
        for (int i = 0; i < dendrites; i++)
        {
            tissue.Dendrites.Add(grower.Grow(tissue.AddNeurite(), PointInside(size, places), places.Direction(), places.Uniform(8, 13)));
        }

        new SynapsePlanter(tissue, random.Fork()).Plant(synapseCount, typeCount);
        foreach (PlantedSynapse synapse in tissue.Synapses)
        {
            Vector3 along = Vector3.Cross(synapse.Cleft.Normal, places.Direction());
            Vector3 behind = tissue.Territory.Warp(synapse.Cleft.Position(0, 0, -22));
            tissue.Axons.Add(grower.Grow(synapse.PresynapticNeurite, behind, Vector3.Normalize(along), places.Uniform(4, 6)));
        }

        int fibres = Math.Max(10, (size * size / AreaPerNeurite) - tissue.NeuriteCount);
        for (int i = 0; i < fibres; i++)
        {
            tissue.Axons.Add(grower.Grow(tissue.AddNeurite(), PointInside(size, places), places.Direction(), places.Uniform(3, 8)));
        }

        new OrganellePlanter(tissue, random.Fork()).Plant();
        return tissue;
    }

    private static Vector3 PointInside(int size, RandomStream random) =>
        new(random.Uniform(0, size), random.Uniform(0, size), random.Uniform(0, size));
}
