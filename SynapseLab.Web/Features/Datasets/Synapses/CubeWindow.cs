namespace SynapseLab.Web.Features.Datasets.Synapses;

/// <summary>How much of the volume the viewer shows around a synapse, as half an edge in voxels.</summary>
internal static class CubeWindow
{
    /// <summary>80³ voxels: the seed's cube.</summary>
    internal const int DefaultHalf = 40;

    /// <summary>What a person may choose.</summary>
    internal static IReadOnlyList<int> Halves { get; } = [20, 40, 64, 96];
}
