using System.Buffers;
using System.Runtime.InteropServices;
using SynapseLab.Engine.Data.Hdf5;

namespace SynapseLab.Engine.Data.Cubes;

/// <summary>
/// One open file of cubes. Thread-safe: HDF5 works under its lock, the conversion to float outside of it. A cube's dataset is open only
/// while it is read: an open one takes some 30 KB of the library's memory, and a set has tens of thousands. A cube that is read for the
/// first time is checked against its checksum.
/// </summary>
internal sealed class CubeFileReader : IDisposable
{
    private const long None = -1;

    private readonly Hdf5File _file;
    private readonly List<(CubeRecord Record, int ValueBytes)> _cubes = [];
    private long[] _awaited = []; // each cube's checksum; None where there is none, or once it was found right
    private bool _isDisposed;

    private CubeFileReader(Hdf5File file, CubeFileHeader header) => (_file, Header) = (file, header);

    internal CubeFileHeader Header { get; }

    /// <summary>All cubes in the order of the table.</summary>
    internal IReadOnlyList<CubeRecord> Records => [.. _cubes.Select(cube => cube.Record)];

    /// <summary>Bytes of a stored value, 1 or 2, summed over the cubes.</summary>
    internal long ValueBytes => _cubes.Sum(cube => (long)cube.ValueBytes);

    /// <summary>How many pieces of the file HDF5 keeps in memory.</summary>
    internal int CachedPieces
    {
        get
        {
            using (Hdf5Library.Enter())
            {
                return _file.CachedPieces();
            }
        }
    }

    /// <summary>Opens a file and reads everything but the voxels.</summary>
    /// <exception cref="EngineException">Not HDF5, damaged, or not a file of cubes.</exception>
    internal static CubeFileReader Open(string path)
    {
        using (Hdf5Library.Enter())
        {
            Hdf5File file = Hdf5File.Open(path);
            CubeFileReader? reader = null;
            try
            {
                reader = new CubeFileReader(file, CubeFileHeader.Read(file));
                reader.ReadRecords();
                return reader;
            }
            catch
            {
                ((IDisposable?)reader ?? file).Dispose();
                throw;
            }
        }
    }

    /// <summary>Reads one cube as floats in [0, 1].</summary>
    /// <param name="index">Place in <see cref="Records"/>.</param>
    /// <param name="destination">C·s·s·s floats, C, Z, Y, X.</param>
    /// <exception cref="EngineException">The voxels are not those that were written.</exception>
    internal void Read(int index, Span<float> destination)
    {
        (CubeRecord record, int valueBytes) = _cubes[index];
        byte[] stored = ArrayPool<byte>.Shared.Rent(destination.Length * valueBytes);
        try
        {
            Span<byte> bytes = stored.AsSpan(0, destination.Length * valueBytes);
            ReadInto(index, bytes);
            StoredCube.Expand(bytes, valueBytes, record.Scale, destination);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(stored);
        }
    }

    /// <summary>Reads one cube as it is stored.</summary>
    /// <param name="index">Place in <see cref="Records"/>.</param>
    /// <param name="length">C·s·s·s.</param>
    /// <exception cref="EngineException">The voxels are not those that were written.</exception>
    internal StoredCube ReadStored(int index, int length)
    {
        (CubeRecord record, int valueBytes) = _cubes[index];
        byte[] bytes = new byte[length * valueBytes];
        ReadInto(index, bytes);
        return new(bytes, valueBytes, record.Scale);
    }

    /// <summary>Reads every cube and checks it against its checksum, where it has one.</summary>
    /// <param name="report">Gets cubes read so far.</param>
    /// <param name="cancellationToken">Stops between cubes.</param>
    /// <exception cref="EngineException">The voxels of one cannot be read, or are not those that were written.</exception>
    internal void RequireAllAsWritten(Action<int> report, CancellationToken cancellationToken)
    {
        int length = ChannelRecipe.Parse(Header.Channels).Channels.Count * Header.CubeSize * Header.CubeSize * Header.CubeSize;
        byte[] stored = new byte[length * _cubes.Select(cube => cube.ValueBytes).DefaultIfEmpty().Max()];
        for (int i = 0; i < _cubes.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadInto(i, stored.AsSpan(0, length * _cubes[i].ValueBytes));
            report(i + 1);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        using (Hdf5Library.Enter())
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                _file.Dispose();
            }
        }
    }

    private void ReadInto(int index, Span<byte> bytes)
    {
        using (Hdf5Library.Enter())
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            using Hdf5Object dataset = _file.OpenDataset(_cubes[index].Record.Entry.Id);
            if (_cubes[index].ValueBytes == 1)
            {
                _file.Read(dataset, bytes);
            }
            else
            {
                _file.Read(dataset, MemoryMarshal.Cast<byte, ushort>(bytes));
            }
        }

        RequireAsWritten(index, bytes);
    }

    private void RequireAsWritten(int index, ReadOnlySpan<byte> bytes)
    {
        long awaited = Volatile.Read(ref _awaited[index]);
        if (awaited == None)
        {
            return;
        }

        long found = StoredChecksum.Of(bytes);
        if (found != awaited)
        {
            throw new EngineException(
                $"{_file.Path}: the voxels of the cube {_cubes[index].Record.Entry.Id} are not those that were written (checksum {found:x8}, expected {awaited:x8}): a disk or a copy has changed them. Prepare the cubes again.");
        }

        Volatile.Write(ref _awaited[index], None);
    }

    private void ReadRecords()
    {
        int channelCount = ChannelRecipe.Parse(Header.Channels).Channels.Count;
        long size = Header.CubeSize;
        foreach (string name in _file.Names())
        {
            using Hdf5Object dataset = _file.OpenDataset(name);
            (long[] shape, int valueBytes) = _file.Describe(dataset);
            _cubes.Add((CubeRecord.Read(dataset, _file.Path, Header.BoundingBox, name, channelCount), valueBytes));
            if (!shape.SequenceEqual([channelCount, size, size, size]))
            {
                throw new EngineException(
                    $"{_file.Path}: the cube {name} has the shape ({string.Join(", ", shape)}), expected ({channelCount}, {size}, {size}, {size}); prepare the cubes again.");
            }
        }

        _cubes.Sort((a, b) => a.Record.Row.CompareTo(b.Record.Row));
        _awaited = [.. _cubes.Select(cube => cube.Record.Checksum ?? None)];
    }
}
