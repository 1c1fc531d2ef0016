using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data;

/// <summary>
/// The prepared cubes of a dataset: every file <c>*_synapses.h5</c> of a folder (domain §3). Reads are thread-safe. Files
/// stay open until <see cref="Dispose"/>.
/// </summary>
public sealed class CubeStore : IDisposable
{
    private readonly IReadOnlyList<CubeFileReader> _files;
    private readonly IReadOnlyList<(CubeFileReader File, int Index)> _places;

    private CubeStore(IReadOnlyList<CubeFileReader> files)
    {
        CubeFileHeader first = files[0].Header;
        _files = files;
        _places = [.. files.SelectMany(file => Enumerable.Range(0, file.Records.Count).Select(index => (file, index)))];
        Entries = [.. files.SelectMany(file => file.Records).Select(record => record.Entry)];
        (CubeSize, Channels) = (first.CubeSize, first.Channels);
        ChannelCount = ChannelRecipe.Parse(Channels).Channels.Count;
        Fingerprint = StoreFiles.Fingerprint(files.Select(file => file.Header));
    }

    /// <summary>Edge s of a cube in voxels.</summary>
    public int CubeSize { get; }

    /// <summary>Channels C of a cube; 3 but for the recipes with one channel.</summary>
    public int ChannelCount { get; }

    /// <summary>Channel recipe, e.g. "raw+pre+cleft".</summary>
    public string Channels { get; }

    /// <summary>All cubes: bounding boxes in natural order, inside one by row of its table.</summary>
    public IReadOnlyList<CubeEntry> Entries { get; }

    /// <summary>Number of cubes.</summary>
    public int Count => Entries.Count;

    /// <summary>64 hexadecimal digits; changes when a file's source fingerprint does, or a file comes or goes.</summary>
    public string Fingerprint { get; }

    /// <summary>Floats of one cube, C·s·s·s.</summary>
    public int CubeLength => ChannelCount * CubeSize * CubeSize * CubeSize;

    /// <summary>Bytes of all cubes' voxels as they are stored, 8 or 16 bits each.</summary>
    public long StoredBytes => _files.Sum(file => file.ValueBytes) * CubeLength;

    /// <summary>Opens a folder of prepared cubes.</summary>
    /// <exception cref="EngineException">No file of cubes is there, one is damaged, or they differ in cube size or channels.</exception>
    public static CubeStore Open(string preprocDir)
    {
        string[] paths = Directory.Exists(preprocDir) ? Directory.GetFiles(preprocDir, "*" + CubeFileHeader.FileSuffix) : [];
        if (paths.Length == 0)
        {
            throw new EngineException($"{preprocDir} holds no prepared cubes (*{CubeFileHeader.FileSuffix}); run preprocess first.");
        }

        return new CubeStore(StoreFiles.OpenAll(
            paths.OrderBy(path => Path.GetFileName(path), NaturalOrder.Instance),
            CubeFileReader.Open,
            "cubes",
            (first, other) => RequireEqual(first.Header, other.Header, preprocDir)));
    }

    /// <summary>Reads one cube.</summary>
    /// <param name="index">0 … <see cref="Count"/> − 1.</param>
    /// <param name="destination">(C, s, s, s) floats in [0, 1], C, Z, Y, X; exactly <see cref="CubeLength"/> long.</param>
    /// <exception cref="EngineException">The file cannot be read.</exception>
    public void Read(int index, Span<float> destination)
    {
        if (destination.Length != CubeLength)
        {
            throw new ArgumentException($"Expected room for {CubeLength} floats, got {destination.Length}.", nameof(destination));
        }

        (CubeFileReader file, int place) = _places[index];
        file.Read(place, destination);
    }

    /// <summary>Reads one cube as it is stored, to keep it in little memory.</summary>
    /// <param name="index">0 … <see cref="Count"/> − 1.</param>
    /// <exception cref="EngineException">The file cannot be read.</exception>
    internal StoredCube ReadStored(int index)
    {
        (CubeFileReader file, int place) = _places[index];
        return file.ReadStored(place, CubeLength);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (CubeFileReader file in _files)
        {
            file.Dispose();
        }
    }

    private static void RequireEqual(CubeFileHeader first, CubeFileHeader other, string preprocDir)
    {
        if (first.CubeSize != other.CubeSize || first.Channels != other.Channels)
        {
            throw new EngineException(
                $"The cubes in {preprocDir} do not belong together: {first.BoundingBox} has size {first.CubeSize} and channels {first.Channels}, "
                + $"{other.BoundingBox} {other.CubeSize} and {other.Channels}; prepare all bounding boxes again into one folder.");
        }
    }
}
