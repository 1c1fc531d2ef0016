using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Training;

/// <summary>Reads cubes, and keeps those it has read in memory while all of them fit into a quarter of it.</summary>
internal sealed class CubeReader
{
    private readonly CubeStore _cubes;
    private readonly float[]?[]? _kept;

    internal CubeReader(CubeStore cubes, long memoryBytes)
    {
        _cubes = cubes;
        CubeLength = cubes.ChannelCount * cubes.CubeSize * cubes.CubeSize * cubes.CubeSize;
        bool fits = (long)CubeLength * sizeof(float) * cubes.Count <= memoryBytes / 4;
        _kept = fits ? new float[]?[cubes.Count] : null;
    }

    /// <summary>Values of one cube, C·s³.</summary>
    internal int CubeLength { get; }

    /// <summary>Some cubes one after the other: (N, C, s, s, s), C,Z,Y,X.</summary>
    internal float[] ReadBatch(ReadOnlySpan<int> indices)
    {
        float[] batch = new float[indices.Length * CubeLength];
        for (int i = 0; i < indices.Length; i++)
        {
            Read(indices[i], batch.AsSpan(i * CubeLength, CubeLength));
        }

        return batch;
    }

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
