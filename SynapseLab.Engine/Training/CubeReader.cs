using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Training;

/// <summary>Reads cubes, and keeps those it has read in memory, as they are stored, where it is told to.</summary>
internal sealed class CubeReader
{
    private readonly CubeStore _cubes;
    private readonly StoredCube?[]? _kept;

    /// <param name="cubes">The cubes.</param>
    /// <param name="keeps">Whether to keep them; all of them must fit then.</param>
    internal CubeReader(CubeStore cubes, bool keeps)
    {
        _cubes = cubes;
        _kept = keeps ? new StoredCube?[cubes.Count] : null;
    }

    /// <summary>Values of one cube, C·s³.</summary>
    internal int CubeLength => _cubes.CubeLength;

    /// <summary>Cubes that lie in memory.</summary>
    internal int KeptCount => _kept?.Count(cube => cube is not null) ?? 0;

    /// <summary>Some cubes one after the other: (N, C, s, s, s), C,Z,Y,X.</summary>
    internal float[] ReadBatch(ReadOnlySpan<int> indices)
    {
        float[] batch = new float[indices.Length * CubeLength];
        ReadBatch(indices, batch);
        return batch;
    }

    /// <summary>As above, into an array that is there.</summary>
    internal void ReadBatch(ReadOnlySpan<int> indices, float[] batch)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            Read(indices[i], batch.AsSpan(i * CubeLength, CubeLength));
        }
    }

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
