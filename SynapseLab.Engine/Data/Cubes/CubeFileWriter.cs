using SynapseLab.Engine.Data.Hdf5;

namespace SynapseLab.Engine.Data.Cubes;

/// <summary>Writes one file of cubes, cube by cube.</summary>
internal sealed class CubeFileWriter : IDisposable
{
    private readonly Hdf5File _file;
    private readonly int _channelCount;
    private readonly bool _asBytes;
    private bool _isOpen = true;

    /// <summary>Creates the file with its header.</summary>
    /// <param name="path">Temporary name; see <see cref="WholeFile"/>.</param>
    /// <param name="header">Attributes of the file.</param>
    /// <param name="asBytes">Store bytes (8-bit sources) instead of 16-bit integers.</param>
    internal CubeFileWriter(string path, CubeFileHeader header, bool asBytes)
    {
        _channelCount = ChannelRecipe.Parse(header.Channels).Channels.Count;
        _asBytes = asBytes;
        using (Hdf5Library.Enter())
        {
            _file = Hdf5File.Create(path);
            header.Write(_file);
        }
    }

    /// <summary>About how many bytes a file of cubes takes.</summary>
    internal static long EstimateBytes(int cubeCount, int channelCount, int cubeSize, bool asBytes) =>
        (1 << 16) + (cubeCount * (((long)channelCount * cubeSize * cubeSize * cubeSize * (asBytes ? 1 : 2)) + 4096));

    internal void Add(CubeRecord record, Cube cube)
    {
        ulong size = (ulong)cube.Size;
        using (Hdf5Library.Enter())
        {
            using Hdf5Object dataset = _file.CreateDataset(record.Entry.Id, [(ulong)_channelCount, size, size, size], cube.Stored, _asBytes);
            record.Write(dataset, _file.Path);
        }
    }

    /// <summary>Writes what is left and closes.</summary>
    internal void Close()
    {
        using (Hdf5Library.Enter())
        {
            _isOpen = false;
            _file.Close();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        using (Hdf5Library.Enter())
        {
            if (_isOpen)
            {
                _isOpen = false;
                _file.Dispose();
            }
        }
    }
}
