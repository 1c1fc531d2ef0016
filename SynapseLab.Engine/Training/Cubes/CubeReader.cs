using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Training;

/// <summary>Prepared cubes, each once an epoch; keeps those it has read in memory while all of them fit into a quarter of it.</summary>
internal sealed class CubeReader : ICubeSource
{
    private readonly CubeStore _cubes;
    private readonly float[]?[]? _kept;

    /// <summary>Reads a store, which <see cref="Dispose"/> closes.</summary>
    internal CubeReader(CubeStore cubes, long memoryBytes)
    {
        _cubes = cubes;
        bool fits = (long)CubeLength * sizeof(float) * cubes.Count <= memoryBytes / 4;
        _kept = fits ? new float[]?[cubes.Count] : null;
        SynapseIds = [.. cubes.Entries.Select(cube => cube.Id)];
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
    public string Channels => _cubes.Channels;

    /// <inheritdoc />
    public string Fingerprint => _cubes.Fingerprint;

    /// <inheritdoc />
    public bool IsZScored => false;

    /// <inheritdoc />
    public IReadOnlyList<string>? SynapseIds { get; }

    private int CubeLength => _cubes.CubeLength;

    /// <inheritdoc />
    public string NameOf(int index) => _cubes.Entries[index].FullId;

    /// <inheritdoc />
    public CubeBatch ReadBatch(int epoch, int[] indices) => new(ReadProbe(indices));

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
        if (_kept?[index] is { } kept)
        {
            kept.CopyTo(destination);
            return;
        }

        _cubes.Read(index, destination);
        if (_kept is not null)
        {
            _kept[index] = destination.ToArray();
        }
    }
}
