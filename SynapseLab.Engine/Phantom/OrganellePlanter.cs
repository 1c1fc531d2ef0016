using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>Fills neurites: mitochondria along fibres and in boutons, vesicle clouds at clefts, a few stray vesicles everywhere.</summary>
internal sealed class OrganellePlanter(Tissue tissue, RandomStream random)
{
    private const float MembraneThickness = 1.2f;

    /// <summary>How far from its cleft a bouton reaches, in voxels.</summary>
    private const float BoutonReach = 36;

    private readonly List<NeuriteShape> _near = [];

    /// <summary>Plants everything.</summary>
    public void Plant()
    {
        foreach (IReadOnlyList<Tube> chain in tissue.Dendrites.Concat(tissue.Axons))
        {
            PlantMitochondria(chain);
        }

        foreach (PlantedSynapse synapse in tissue.Synapses)
        {
            PlantBouton(synapse);
        }

        PlantStrayVesicles();
    }

    private void PlantMitochondria(IReadOnlyList<Tube> chain)
    {
        foreach (Tube tube in chain)
        {
            if (random.Chance(0.06f) && tube.Radius > 5.5f && !NearCleft(tissue.Territory.Unwarp(tube.Middle), 24))
            {
                Vector3 half = tube.Direction * random.Uniform(8, 24);
                AddMitochondrion(tube.Neurite, tube.Middle - half, tube.Middle + half, random.Uniform(5.5f, 10), warped: true);
            }
        }
    }

    /// <summary>Stray vesicles, endosomes and the like, so that a vesicle alone does not tell a bouton.</summary>
    private void PlantStrayVesicles()
    {
        foreach (TerritoryBox leaf in new TerritoryBox(Vector3.Zero, new Vector3(tissue.Size), tissue.Territory.Shapes).Leaves(tissue.Territory, 20))
        {
            Vector3 center = leaf.Origin + new Vector3(
                random.Uniform(0, leaf.Edges.X), random.Uniform(0, leaf.Edges.Y), random.Uniform(0, leaf.Edges.Z));
            float radius = random.Chance(0.25f) ? random.Uniform(3.5f, 5.5f) : random.Uniform(1.8f, 3.2f);
            bool denseCore = random.Chance(0.15f);
            if (!NearCleft(center, 26))
            {
                int neurite = tissue.Territory.At(center, leaf.Shapes).Owner.Neurite;
                AddVesicleIfInside(center, radius, 1, denseCore, false, neurite, leaf.Shapes);
            }
        }
    }

    private void PlantBouton(PlantedSynapse synapse)
    {
        CleftSurface cleft = synapse.Cleft;
        tissue.Territory.Narrow(tissue.Territory.Shapes, cleft.Center, BoutonReach, _near);
        if (random.Chance(synapse.Type.MitochondrionChance))
        {
            float angle = random.Uniform(0, MathF.Tau);
            Vector3 lateral = cleft.Position(MathF.Cos(angle), MathF.Sin(angle), 0) - cleft.Center;
            Vector3 middle = cleft.Position(0, 0, random.Uniform(-27, -22));
            AddMitochondrion(synapse.PresynapticNeurite, middle - (lateral * 7), middle + (lateral * 7), random.Uniform(5, 6.5f), warped: false);
        }

        int wanted = synapse.Type.VesicleCount;
        int first = tissue.Vesicles.Count;
        for (int attempt = 0; attempt < wanted * 30 && tissue.Vesicles.Count - first < wanted; attempt++)
        {
            TryVesicle(synapse, first);
        }
    }

    private void TryVesicle(PlantedSynapse synapse, int first)
    {
        SynapseType type = synapse.Type;
        float radius = type.VesicleRadius * random.Uniform(0.9f, 1.1f);
        float depth = 2.2f + radius + (type.ClusterDepth * random.Next() * random.Uniform(0.6f, 1.3f));
        Vector3 center = synapse.Cleft.Position(
            random.Gaussian(0, type.ClusterWidth), random.Gaussian(0, type.ClusterWidth), -depth);
        for (int i = first; i < tissue.Vesicles.Count; i++)
        {
            float apart = radius + tissue.Vesicles[i].Radii.X + 0.7f;
            if (Vector3.DistanceSquared(tissue.Vesicles[i].Center, center) < apart * apart)
            {
                return;
            }
        }

        // The smallest vesicles are flattened, as in symmetric synapses after aldehyde fixation.
        float flattening = type.VesicleRadius < 2.2f ? 0.7f : 1;
        AddVesicleIfInside(center, radius, flattening, random.Chance(type.DenseCoreFraction), true, synapse.PresynapticNeurite, _near);
    }

    private void AddVesicleIfInside(
        Vector3 center, float radius, float flattening, bool denseCore, bool synaptic, int neurite, IReadOnlyList<NeuriteShape> shapes)
    {
        Vector3 axis = random.Direction();
        if (!tissue.Contains(center, -radius))
        {
            return;
        }

        TerritorySample sample = tissue.Territory.At(center, shapes);
        if (sample.Owner.Neurite == neurite && sample.BorderDistance > radius + MembraneThickness && !InMitochondrion(center, radius))
        {
            tissue.Vesicles.Add(new Vesicle(center, new Vector2(radius, radius * flattening), axis, denseCore, synaptic, neurite));
        }
    }

    private void AddMitochondrion(int neurite, Vector3 from, Vector3 to, float radius, bool warped)
    {
        Vector3 axis = Vector3.Normalize(to - from);
        Vector3 across = Vector3.Normalize(random.Direction() + (axis * 0.4f));
        tissue.Mitochondria.Add(new Mitochondrion(new Tube(neurite, warped, from, to, radius), across, neurite));
    }

    private bool NearCleft(Vector3 position, float distance)
    {
        foreach (PlantedSynapse synapse in tissue.Synapses)
        {
            if (Vector3.DistanceSquared(position, synapse.Cleft.Center) < distance * distance)
            {
                return true;
            }
        }

        return false;
    }

    private bool InMitochondrion(Vector3 position, float margin)
    {
        Vector3 warped = tissue.Territory.Warp(position);
        foreach (Mitochondrion mitochondrion in tissue.Mitochondria)
        {
            if (mitochondrion.Body.Field(mitochondrion.Body.Warped ? warped : position) < margin + 1)
            {
                return true;
            }
        }

        return false;
    }
}
