namespace SynapseLab.Engine.Data;

/// <summary>
/// Structure codes and voxel size per bounding box (domain §1); the entry "*" stands for all others. Immutable. Its file is
/// JSON: <c>{"bbox1": {"mitochondria": 3, "vesicle": 1, "cleft": [2], "voxel_size_nm": [8, 8, 8]}, "*": {…}}</c>.
/// </summary>
public sealed class CodeTable
{
    /// <summary>Name of the entry for every bounding box that has none of its own.</summary>
    public const string AllOthers = "*";

    private readonly SortedDictionary<string, BoundingBoxSettings> _entries;

    internal CodeTable(IEnumerable<KeyValuePair<string, BoundingBoxSettings>> entries)
    {
        _entries = new SortedDictionary<string, BoundingBoxSettings>(NaturalOrder.Instance);
        foreach ((string name, BoundingBoxSettings settings) in entries)
        {
            _entries[name] = settings;
        }
    }

    /// <summary>The preset "seed": the codes of the original data's seven bounding boxes, 8 nm isotropic.</summary>
    public static CodeTable Seed { get; } = new(
    [
        SeedEntry(AllOthers, mitochondria: 5, vesicle: 6, 7),
        SeedEntry("bbox1", mitochondria: 5, vesicle: 6, 7),
        SeedEntry("bbox2", mitochondria: 1, vesicle: 3, 2, 4),
        SeedEntry("bbox3", mitochondria: 6, vesicle: 7, 9, 8),
        SeedEntry("bbox4", mitochondria: 3, vesicle: 2, 1, 4),
        SeedEntry("bbox5", mitochondria: 1, vesicle: 3, 2, 4),
        SeedEntry("bbox6", mitochondria: 5, vesicle: 6, 7),
        SeedEntry("bbox7", mitochondria: 1, vesicle: 2, 4, 3),
    ]);

    /// <summary>Names that have an entry, "*" included when there is one.</summary>
    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <summary>Reads a codes file.</summary>
    /// <exception cref="EngineException">Missing, not JSON, or not of the form above; names the entry and field.</exception>
    public static CodeTable Load(string jsonPath)
    {
        try
        {
            return Parse(File.ReadAllText(jsonPath));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The codes file {jsonPath} cannot be read ({error.Message}); check the path.", error);
        }
        catch (EngineException error)
        {
            throw new EngineException($"{jsonPath}: {error.Message}", error);
        }
    }

    /// <summary>Reads the JSON of a codes file.</summary>
    /// <exception cref="EngineException">Not of the form above; names the entry and field.</exception>
    public static CodeTable Parse(string json) => new(CodeTableJson.Read(json));

    /// <summary>The JSON of a codes file; <see cref="Parse"/> gives the same table again.</summary>
    public string ToJson() => CodeTableJson.Write(_entries);

    /// <summary>The settings of one bounding box: its own entry, else that of "*".</summary>
    /// <exception cref="EngineException">Neither is there.</exception>
    public BoundingBoxSettings For(string boundingBox) =>
        _entries.TryGetValue(boundingBox, out BoundingBoxSettings? own) ? own
        : _entries.TryGetValue(AllOthers, out BoundingBoxSettings? others) ? others
        : throw new EngineException(
            $"The code table has no entry for {boundingBox} and none for all others; add \"{boundingBox}\" or \"{AllOthers}\".");

    /// <summary>A table in which one bounding box (or "*") has other settings.</summary>
    public CodeTable With(string boundingBox, BoundingBoxSettings settings) =>
        new(_entries.Append(KeyValuePair.Create(boundingBox, settings)));

    private static KeyValuePair<string, BoundingBoxSettings> SeedEntry(string name, int mitochondria, int vesicle, params int[] cleft) =>
        KeyValuePair.Create(name, new BoundingBoxSettings(new StructureCodes(mitochondria, vesicle, cleft), VoxelSizeNm.Default));
}
