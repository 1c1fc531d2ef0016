using SynapseLab.Engine.Data.Tiff;

namespace SynapseLab.Engine.Data;

/// <summary>
/// Holds only the slices of a stack that the synapse at hand needs. Synapses taken in order of z make the held range slide
/// through the stack once: each slice is decoded at most once, and memory follows the window, not the volume.
/// </summary>
/// <param name="shape">Size of the stack.</param>
/// <param name="readSlice">Fills Y·X values of slice z; called from several threads.</param>
internal sealed class SlidingStack<T>(Shape3 shape, Action<int, T[]> readSlice)
    where T : unmanaged
{
    private readonly T[]?[] _slices = new T[shape.Z][];
    private readonly Stack<T[]> _spare = new();

    private Volume<T>? _part;

    /// <summary>Copies a part that must lie inside the stack. Its voxels are valid until the next call, which uses the same memory.</summary>
    internal Block<T> Read(Voxel origin, Shape3 part, CancellationToken cancellationToken)
    {
        Load(origin.Z, origin.Z + part.Z, cancellationToken);
        Volume<T> volume = _part?.Shape == part ? _part : new Volume<T>(part);
        _part = volume;
        for (int z = 0; z < part.Z; z++)
        {
            ReadOnlySpan<T> slice = _slices[origin.Z + z];
            for (int y = 0; y < part.Y; y++)
            {
                slice.Slice(((origin.Y + y) * shape.X) + origin.X, part.X).CopyTo(volume.Voxels.AsSpan(((z * part.Y) + y) * part.X));
            }
        }

        return new Block<T>(origin, volume);
    }

    /// <summary>One voxel, from a held slice or else decoded for this alone.</summary>
    internal T ReadVoxel(Voxel voxel)
    {
        T[] slice = _slices[voxel.Z] ?? new T[shape.Y * shape.X];
        if (_slices[voxel.Z] is null)
        {
            readSlice(voxel.Z, slice);
        }

        return slice[(voxel.Y * shape.X) + voxel.X];
    }

    private void Load(int start, int end, CancellationToken cancellationToken)
    {
        for (int z = 0; z < shape.Z; z++)
        {
            if ((z < start || z >= end) && _slices[z] is { } left)
            {
                _spare.Push(left);
                _slices[z] = null;
            }
        }

        int[] missing = [.. Enumerable.Range(start, end - start).Where(z => _slices[z] is null)];
        T[][] buffers = [.. missing.Select(_ => _spare.TryPop(out T[]? spare) ? spare : new T[shape.Y * shape.X])];
        TiffSlices.InParallel(0, missing.Length, i => readSlice(missing[i], buffers[i]), cancellationToken);
        for (int i = 0; i < missing.Length; i++)
        {
            _slices[missing[i]] = buffers[i];
        }
    }
}
