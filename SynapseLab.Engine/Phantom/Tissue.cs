using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>A planted synapse.</summary>
/// <param name="Type">Its type; <paramref name="TypeIndex"/> is the type's index in <see cref="SynapseType.All"/>.</param>
/// <param name="TypeIndex">0-based index of the type.</param>
/// <param name="Cleft">Its cleft.</param>
/// <param name="WarpedCenter">The cleft's centre in the space of warped shapes.</param>
/// <param name="PresynapticNeurite">Index of the neurite with the vesicles.</param>
/// <param name="PostsynapticNeurite">Index of the neurite with the postsynaptic density.</param>
/// <param name="PresynapticThickness">Depth of the presynaptic density in voxels.</param>
/// <param name="PostsynapticThickness">Depth of the postsynaptic density in voxels.</param>
internal sealed record PlantedSynapse(
    SynapseType Type,
    int TypeIndex,
    CleftSurface Cleft,
    Vector3 WarpedCenter,
    int PresynapticNeurite,
    int PostsynapticNeurite,
    float PresynapticThickness,
    float PostsynapticThickness);

/// <summary>A vesicle, or a larger round organelle.</summary>
/// <param name="Center">Centre in voxels.</param>
/// <param name="Radii">Semi-axis across and along <paramref name="Axis"/>: flattened when they differ; voxels.</param>
/// <param name="Axis">Axis of the spheroid, a unit vector.</param>
/// <param name="DenseCore">Whether the lumen is dark.</param>
/// <param name="Synaptic">Whether it belongs to an annotated vesicle cloud.</param>
/// <param name="Neurite">Neurite that holds it.</param>
internal readonly record struct Vesicle(Vector3 Center, Vector2 Radii, Vector3 Axis, bool DenseCore, bool Synaptic, int Neurite);

/// <summary>A mitochondrion: a bent tube inside one neurite.</summary>
/// <param name="Body">Its outer surface.</param>
/// <param name="CristaNormal">Unit vector across its cristae.</param>
/// <param name="Neurite">Neurite that holds it.</param>
internal sealed record Mitochondrion(Tube Body, Vector3 CristaNormal, int Neurite);

/// <summary>All geometry of one bounding box: what is where, before any staining; a pure function of position.</summary>
internal sealed class Tissue(int size, Territory territory)
{
    /// <summary>Edge in voxels.</summary>
    public int Size { get; } = size;

    /// <summary>Who owns which position.</summary>
    public Territory Territory { get; } = territory;

    /// <summary>Number of neurites; they are numbered from 0.</summary>
    public int NeuriteCount { get; private set; }

    /// <summary>Dendrites, each a chain of tubes.</summary>
    public List<IReadOnlyList<Tube>> Dendrites { get; } = [];

    /// <summary>Every thin neurite, each a chain of tubes.</summary>
    public List<IReadOnlyList<Tube>> Axons { get; } = [];

    /// <summary>Planted synapses in the order of their drawing.</summary>
    public List<PlantedSynapse> Synapses { get; } = [];

    /// <summary>Vesicles and other round organelles.</summary>
    public List<Vesicle> Vesicles { get; } = [];

    /// <summary>Mitochondria.</summary>
    public List<Mitochondrion> Mitochondria { get; } = [];

    /// <summary>The index of a new neurite.</summary>
    public int AddNeurite() => NeuriteCount++;

    /// <summary>Whether a position lies inside, at least <paramref name="margin"/> voxels off every face.</summary>
    public bool Contains(Vector3 position, float margin) =>
        position.X >= margin && position.Y >= margin && position.Z >= margin &&
        position.X <= Size - 1 - margin && position.Y <= Size - 1 - margin && position.Z <= Size - 1 - margin;
}
