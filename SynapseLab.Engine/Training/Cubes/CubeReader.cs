using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Cubes;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>Prepared cubes, each once an epoch; keeps those it has read in memory, as they are stored, where it is told to.</summary>
internal sealed class CubeReader : ICubeSource
{
    private readonly CubeStore _cubes;
    private readonly StoredCube?[]? _kept;

    /// <summary>Reads a store, which <see cref="Dispose"/> closes.</summary>
    /// <param name="cubes">The store.</param>
    /// <param name="loading">Whether to keep cubes; all of them must fit then.</param>
    internal CubeReader(CubeStore cubes, CubeLoading loading)
    {
        (_cubes, Loading) = (cubes, loading);
        _kept = loading.Keeps ? new StoredCube?[cubes.Count] : null;
    }

    /// <inheritdoc />
    public int Count => _cubes.Count;

    /// <inheritdoc />
    public int ProbeCount => _cubes.Count;

    /// <inheritdoc />
    public int CubeSize => _cubes.CubeSize;

    /// <inheritdoc />
    public int ChannelCount => _cubes.ChannelCount;

    /// <inheritdoc />
    public int CubeLength => _cubes.CubeLength;

    /// <inheritdoc />
    public string Channels => _cubes.Channels;

    /// <inheritdoc />
    public string Fingerprint => _cubes.Fingerprint;

    /// <inheritdoc />
    public bool IsZScored => false;

    /// <inheritdoc />
    public CubeLoading Loading { get; }

    /// <inheritdoc />
    public IReadOnlyList<CubeEntry>? Synapses => _cubes.Entries;

    /// <summary>Cubes that lie in memory.</summary>
    internal int KeptCount => _kept?.Count(cube => cube is not null) ?? 0;

    /// <summary>For cubes that are read once: none is kept.</summary>
    internal static CubeReader ReadingOnce(CubeStore cubes) => new(cubes, new CubeLoading(false, "each cube is read once"));

    /// <inheritdoc />
    public string NameOf(int index) => _cubes.Entries[index].FullId;

    /// <inheritdoc />
    public MaskAwareRedraws? ReadBatch(int epoch, int[] indices, Tensor into)
    {
        CubeBatch.Fill(into, CubeLength, (i, cube) => Read(indices[i], cube));
        return null;
    }

    /// <inheritdoc />
    public float[] ReadProbe(ReadOnlySpan<int> indices)
    {
        float[] batch = new float[indices.Length * CubeLength];
        for (int i = 0; i < indices.Length; i++)
        {
            Read(indices[i], batch.AsSpan(i * CubeLength, CubeLength));
        }

        return batch;
    }

    /// <inheritdoc />
    public void Dispose() => _cubes.Dispose();

    private void Read(int index, Span<float> destination)
    {
        if (_kept is null)
        {
            _cubes.Read(index, destination);
            return;
        }

        var cube = _kept[index] ??= _cubes.ReadStored(index);
        cube.Expand(destination);
    }
}
