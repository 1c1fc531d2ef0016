using SynapseLab.Engine.Data.Hdf5;

namespace SynapseLab.Engine.Data.Cubes;

/// <summary>Writes one file of cubes, cube by cube.</summary>
internal sealed class CubeFileWriter : Hdf5FileWriter
{
    private readonly int _channelCount;
    private readonly bool _asBytes;

    /// <summary>Creates the file with its header.</summary>
    /// <param name="path">Temporary name; see <see cref="WholeFile"/>.</param>
    /// <param name="header">Attributes of the file.</param>
    /// <param name="asBytes">Store bytes (8-bit sources) instead of 16-bit integers.</param>
    internal CubeFileWriter(string path, CubeFileHeader header, bool asBytes)
        : base(path)
    {
        _channelCount = ChannelRecipe.Parse(header.Channels).Channels.Count;
        _asBytes = asBytes;
        using (Hdf5Library.Enter())
        {
            header.Write(File);
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
            using Hdf5Object dataset = File.CreateDataset(record.Entry.Id, [(ulong)_channelCount, size, size, size], cube.Stored, _asBytes);
            (record with { Checksum = StoredChecksum.Of(cube.Stored, _asBytes) }).Write(dataset, File.Path);
        }
    }
}
