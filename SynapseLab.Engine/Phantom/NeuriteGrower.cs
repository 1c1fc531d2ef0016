using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>Grows neurites: persistent random walks of tubes that leave the bounding box at both ends.</summary>
internal sealed class NeuriteGrower(Tissue tissue, RandomStream random)
{
    private const float Step = 12;
    private const float Overhang = 15;

    /// <summary>How far from a cleft a passing neurite keeps its surface, in voxels.</summary>
    private const float Clearance = 13;

    /// <summary>Grows one neurite in both directions from a point.</summary>
    /// <param name="neurite">Its index.</param>
    /// <param name="start">A point it passes, in warped space.</param>
    /// <param name="direction">Unit vector along it there.</param>
    /// <param name="radius">Mean radius in voxels; swells and thins by a quarter.</param>
    /// <returns>The chain of tubes, already added to the tissue.</returns>
    public IReadOnlyList<Tube> Grow(int neurite, Vector3 start, Vector3 direction, float radius)
    {
        List<Tube> chain = [];
        Extend(chain, neurite, start, direction, radius);
        chain.Reverse();
        Extend(chain, neurite, start, -direction, radius);
        foreach (Tube tube in chain)
        {
            tissue.Territory.Add(tube);
        }

        return chain;
    }

    private void Extend(List<Tube> chain, int neurite, Vector3 start, Vector3 direction, float radius)
    {
        float longest = 3 * tissue.Size;
        Vector3 from = start;
        for (float length = 0; length < longest && tissue.Contains(from, -Overhang); length += Step)
        {
            direction = Vector3.Normalize(direction + (random.Direction() * 0.28f));
            Vector3 to = KeepOffClefts(from + (direction * Step), radius);
            chain.Add(new Tube(neurite, warped: true, from, to, radius * random.Uniform(0.75f, 1.25f)));
            from = to;
        }
    }

    private Vector3 KeepOffClefts(Vector3 position, float radius)
    {
        foreach (PlantedSynapse synapse in tissue.Synapses)
        {
            Vector3 cleft = synapse.WarpedCenter;
            Vector3 offset = position - cleft;
            float distance = offset.Length();
            if (distance < Clearance + radius)
            {
                position = cleft + (offset / MathF.Max(distance, 1e-3f) * (Clearance + radius));
            }
        }

        return position;
    }
}
