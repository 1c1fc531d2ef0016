namespace SynapseLab.Engine.Phantom;

/// <summary>What to synthesise; the same options give bit-equal files.</summary>
/// <param name="OutDir">Folder to create; may exist only when empty.</param>
/// <param name="BoundingBoxCount">Bounding boxes, named bbox1, bbox2 …; at least 1.</param>
/// <param name="Size">Edge of each bounding box in voxels of 8 nm, 64 … 1024.</param>
/// <param name="SynapseCount">Synapses in each bounding box; at least 1, limited by the volume.</param>
/// <param name="TypeCount">Planted synapse types, 1 … 6; each bounding box holds all of them in equal shares.</param>
/// <param name="Seed">Seed of every random draw.</param>
public sealed record PhantomOptions(
    string OutDir,
    int BoundingBoxCount = 2,
    int Size = 160,
    int SynapseCount = 40,
    int TypeCount = 3,
    int Seed = 1)
{
    /// <summary>Smallest edge, in voxels: one synapse with its surroundings.</summary>
    public const int MinimumSize = 64;

    /// <summary>Largest edge, in voxels; 8.2 µm.</summary>
    public const int MaximumSize = 1024;

    /// <summary>The volume that one synapse needs, in voxels: its bouton and a spine head with their neighbours (28³).</summary>
    public const int VoxelsPerSynapse = 28 * 28 * 28;

    /// <summary>The most synapses that a bounding box of this edge holds.</summary>
    public static int MostSynapses(int size) => (int)((long)size * size * size / VoxelsPerSynapse);

    /// <summary>Throws when a value is out of its range.</summary>
    /// <exception cref="EngineException">Names the option, its range and what came.</exception>
    public void ThrowIfInvalid()
    {
        if (string.IsNullOrWhiteSpace(OutDir))
        {
            throw new EngineException("The phantom needs a folder to write to; give one (--out DIR).");
        }

        ThrowUnlessWithin("bboxes", BoundingBoxCount, 1, 1000);
        ThrowUnlessWithin("size", Size, MinimumSize, MaximumSize);
        ThrowUnlessWithin("types", TypeCount, 1, SynapseType.All.Count);
        if (SynapseCount < 1 || SynapseCount > MostSynapses(Size))
        {
            throw new EngineException(
                $"A phantom of {Size}³ voxels holds 1 to {MostSynapses(Size)} synapses in each bounding box, but {SynapseCount} were asked for; " +
                "ask for fewer (--synapses) or a larger box (--size).");
        }
    }

    private static void ThrowUnlessWithin(string option, int value, int minimum, int maximum)
    {
        if (value < minimum || value > maximum)
        {
            throw new EngineException($"The phantom's option --{option} must be {minimum} to {maximum}, but {value} came.");
        }
    }
}
