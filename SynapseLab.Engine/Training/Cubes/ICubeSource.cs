using SynapseLab.Engine.Data;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>Where a run's cubes come from: prepared ones around synapses, or random ones out of whole bounding boxes.</summary>
internal interface ICubeSource : IDisposable
{
    /// <summary>Cubes of an epoch.</summary>
    int Count { get; }

    /// <summary>Cubes on which the run is measured, the same at all times: index 0 … this − 1.</summary>
    int ProbeCount { get; }

    /// <summary>Edge s in voxels.</summary>
    int CubeSize { get; }

    /// <summary>Channels C.</summary>
    int ChannelCount { get; }

    /// <summary>Values of one cube, C·s³.</summary>
    int CubeLength { get; }

    /// <summary>Channel recipe, e.g. "raw+pre+cleft".</summary>
    string Channels { get; }

    /// <summary>Changes when the data do.</summary>
    string Fingerprint { get; }

    /// <summary>Whether raw is z-scored, values about −3 … 3, instead of scaled to [0, 1].</summary>
    bool IsZScored { get; }

    /// <summary>Whether cubes stay in memory.</summary>
    CubeLoading Loading { get; }

    /// <summary>The synapse of each probe cube; null where cubes are of none.</summary>
    IReadOnlyList<CubeEntry>? Synapses { get; }

    /// <summary>A name of a probe cube for people.</summary>
    string NameOf(int index);

    /// <summary>Some cubes of an epoch, a pure function of epoch and indices. Called on the prefetching thread.</summary>
    /// <param name="epoch">0-based.</param>
    /// <param name="indices">Each 0 … <see cref="Count"/> − 1.</param>
    /// <param name="into">(N·C·s³) float32, where the cubes go.</param>
    /// <returns>As <see cref="CubeBatch.Redraws"/>.</returns>
    MaskAwareRedraws? ReadBatch(int epoch, int[] indices, Tensor into);

    /// <summary>Some probe cubes one after the other: (N, C, s, s, s), C, Z, Y, X.</summary>
    float[] ReadProbe(ReadOnlySpan<int> indices);
}
