using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>
/// Plants synapses on dendrites: draws a place on a dendrite's surface until it keeps its distance from all others, then
/// builds bouton, cleft, spine head and neck there.
/// </summary>
internal sealed class SynapsePlanter(Tissue tissue, RandomStream random)
{
    /// <summary>Distance of a cleft from the box's faces in voxels for most synapses; a cube of 32³ fits in.</summary>
    private const float UsualMargin = 18;

    /// <summary>The same for one synapse in ten, whose cubes need padding.</summary>
    private const float BorderMargin = 7;

    private const float BoutonRadius = 12;
    private const int TriesPerSpacing = 400;

    /// <summary>Plants the synapses; types come in equal shares and random order.</summary>
    public void Plant(int count, int typeCount)
    {
        var types = new int[count];
        for (int i = 0; i < count; i++)
        {
            types[i] = i % typeCount;
        }

        random.Shuffle<int>(types);
        float spacing = 0.85f * MathF.Cbrt((float)tissue.Size * tissue.Size * tissue.Size / count);
        spacing = MathF.Min(spacing, 60);
        for (int i = 0; i < count; i++)
        {
            spacing = PlantOne(types[i], i % 10 == 9 ? BorderMargin : UsualMargin, spacing);
        }
    }

    /// <summary>Plants one synapse, giving way on the spacing while no place is found; returns the spacing reached.</summary>
    private float PlantOne(int typeIndex, float margin, float spacing)
    {
        SynapseType type = SynapseType.All[typeIndex];
        while (true)
        {
            for (int attempt = 0; attempt < TriesPerSpacing; attempt++)
            {
                if (TryPlace(type, typeIndex, margin, spacing))
                {
                    return spacing;
                }
            }

            spacing *= 0.95f;
        }
    }

    private bool TryPlace(SynapseType type, int typeIndex, float margin, float spacing)
    {
        IReadOnlyList<Tube> dendrite = tissue.Dendrites[random.Index(tissue.Dendrites.Count)];
        Tube shaft = dendrite[random.Index(dendrite.Count)];
        Vector3 outward = Vector3.Cross(shaft.Direction, random.Direction());
        if (outward.LengthSquared() < 1e-3f)
        {
            return false;
        }

        outward = Vector3.Normalize(outward);
        float spine = type.OnSpine ? random.Uniform(14, 24) : 0;
        Vector3 root = tissue.Territory.Unwarp(shaft.Middle);
        Vector3 center = root + (shaft.Direction * random.Uniform(-6, 6)) + (outward * (shaft.Radius + spine));
        if (!tissue.Contains(center, margin) || !KeepsDistance(center, spacing))
        {
            return false;
        }

        Vector3 normal = Vector3.Normalize(-outward + (random.Direction() * 0.35f));
        Build(type, typeIndex, center, normal, shaft.Neurite, root);
        return true;
    }

    private bool KeepsDistance(Vector3 center, float spacing)
    {
        foreach (PlantedSynapse other in tissue.Synapses)
        {
            if (Vector3.DistanceSquared(center, other.Cleft.Center) < spacing * spacing)
            {
                return false;
            }
        }

        return true;
    }

    private void Build(SynapseType type, int typeIndex, Vector3 center, Vector3 normal, int dendrite, Vector3 root)
    {
        float curvature = type.Curvature + random.Gaussian(0, 0.012f);
        var cleft = new CleftSurface(center, normal, random.Uniform(0, MathF.Tau), curvature, type.Outline, random.Uniform(7, 9));
        int bouton = tissue.AddNeurite();
        tissue.Synapses.Add(new PlantedSynapse(
            type, typeIndex, cleft, tissue.Territory.Warp(center), bouton, dendrite,
            MathF.Max(0.5f, type.PresynapticThickness * random.Gaussian(1, 0.2f)),
            MathF.Max(0.5f, type.PostsynapticThickness * random.Gaussian(1, 0.2f))));

        Territory territory = tissue.Territory;
        territory.Add(new SynapticSide(bouton, cleft, presynaptic: true));
        territory.Add(new SynapticSide(dendrite, cleft, presynaptic: false));
        float radius = BoutonRadius * random.Uniform(0.85f, 1.15f);
        territory.Add(Ball(bouton, cleft.Position(0, 0, -9), radius));
        territory.Add(Ball(bouton, cleft.Position(0, 0, -20), radius));
        Vector3 head = cleft.Position(0, 0, 6);
        territory.Add(Ball(dendrite, head, type.OnSpine ? 10 : 6));
        territory.Add(new Tube(dendrite, warped: false, head, root, 4));
    }

    private static Tube Ball(int neurite, Vector3 center, float radius) => new(neurite, warped: false, center, center, radius);
}
