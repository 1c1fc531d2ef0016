using SynapseLab.Engine.Data.BoundingBoxes;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data;

/// <summary>Prepares one bounding box: its cubes, its volume, or both.</summary>
internal sealed class BoundingBoxPreparation
{
    private readonly BoundingBoxVolumes _volumes;
    private readonly SynapseTable _table;
    private readonly ChannelRecipe _recipe;
    private readonly CubeFileHeader _header;
    private readonly Dictionary<string, int> _decisions;
    private readonly string _path;
    private readonly VolumePreparation _volume;
    private readonly string _volumePath;
    private IReadOnlyList<CubeRecord> _records = [];

    private BoundingBoxPreparation(
        BoundingBoxVolumes volumes, SynapseTable table, ChannelRecipe recipe, CubeFileHeader header, Dictionary<string, int> decisions, string path, VolumePreparation volume, string volumePath)
    {
        (_volumes, _table, _recipe, _header, _decisions, _path, _volume, _volumePath) = (volumes, table, recipe, header, decisions, path, volume, volumePath);
    }

    internal string Name => _header.BoundingBox;

    internal int CubeCount => _table.Rows.Count;

    /// <summary>Opens what is needed; null, with the reason among the findings, when the box cannot be used.</summary>
    internal static BoundingBoxPreparation? TryOpen(BoundingBoxSource source, PreprocessOptions o, ChannelRecipe recipe, List<Finding> findings)
    {
        string path = Path.Combine(o.PreprocDir, source.Name + CubeFileHeader.FileSuffix);
        string volumePath = VolumeFile.PathIn(o.PreprocDir, source.Name);
        try
        {
            BoundingBoxSettings settings = (o.Codes ?? CodeTable.Seed).For(source.Name);
            BoundingBoxVolumes volumes = BoundingBoxVolumes.Open(source, settings.Codes);
            string tableName = Path.GetFileName(source.TablePath);
            SynapseTable table = SynapseTable.Read(source.TablePath, tableName).Within(volumes.Shape, tableName);
            findings.AddRange(table.Findings);
            Dictionary<string, int> sides = DecisionsOn(source, o).GroupBy(d => d.FullId).ToDictionary(d => d.Key, d => d.Last().Side);
            CubeFileHeader inVolume = HeaderOf(source, o, ChannelRecipe.Parse(VolumeFile.Channels));
            return new BoundingBoxPreparation(
                volumes, table, recipe, HeaderOf(source, o, recipe), sides, path, new VolumePreparation(volumes, inVolume, volumePath), volumePath);
        }
        catch (EngineException error)
        {
            Discard(path);
            Discard(volumePath);
            if (source.MissingParts().Count == 0)
            {
                findings.Add(Unusable(source.Name, error));
            }

            return null;
        }
    }

    /// <summary>Header of the box's file of cubes with a recipe, from the present state of its sources.</summary>
    internal static CubeFileHeader HeaderOf(BoundingBoxSource source, PreprocessOptions o, ChannelRecipe recipe)
    {
        BoundingBoxSettings settings = (o.Codes ?? CodeTable.Seed).For(source.Name);
        return new(source.Name, o.CubeSize, recipe.Name, settings, SourceFingerprint.Compute(source, settings, o.CubeSize, recipe, DecisionsOn(source, o)));
    }

    /// <summary>Work of what the options ask for: cubes to cut, and slices to read for the volume.</summary>
    internal long UnitsOf(PreprocessOptions o) => (o.Cubes ? CubeCount : 0) + (o.Volumes ? _volume.SliceReads : 0);

    /// <summary>Makes sure that the files that are asked for are there and fresh.</summary>
    /// <param name="o">Cubes, volume or both.</param>
    /// <param name="report">Gets what is done, and how much of <see cref="UnitsOf"/> so far.</param>
    /// <param name="findings">Gets the reason when voxels cannot be read; the headers alone were read before.</param>
    /// <param name="cancellationToken">Stops between cubes or slices; nothing half-written stays.</param>
    /// <returns>True when the cubes (without cubes, the volume) were fresh already; null when the box cannot be used.</returns>
    internal bool? TryPrepare(PreprocessOptions o, Action<string, long> report, List<Finding> findings, CancellationToken cancellationToken)
    {
        if (!o.Cubes)
        {
            return TryPrepareVolume(n => report("writing the volume", n), findings, cancellationToken);
        }

        bool? wasFresh = TryPrepareCubes(n => report("cutting cubes", n), findings, cancellationToken);
        if (wasFresh is not null && o.Volumes)
        {
            TryPrepareVolume(n => report("writing the volume", CubeCount + n), findings, cancellationToken);
        }

        return wasFresh;
    }

    private bool? TryPrepareCubes(Action<int> report, List<Finding> findings, CancellationToken cancellationToken)
    {
        try
        {
            return PrepareCubes(report, cancellationToken);
        }
        catch (TiffException error)
        {
            Discard(_path);
            Discard(_volumePath);
            findings.Add(Unusable(Name, error));
            return null;
        }
    }

    private bool? TryPrepareVolume(Action<int> report, List<Finding> findings, CancellationToken cancellationToken)
    {
        try
        {
            return _volume.Prepare(() => PresynapticSegments(cancellationToken), report, cancellationToken);
        }
        catch (TiffException error)
        {
            Discard(_volumePath);
            findings.Add(Unusable(Name, error));
            return null;
        }
    }

    private static List<PolarityOverride> DecisionsOn(BoundingBoxSource source, PreprocessOptions o) =>
        [.. (o.Overrides ?? []).Where(d => d.FullId.StartsWith(source.Name + "_", StringComparison.Ordinal))];

    private HashSet<uint> PresynapticSegments(CancellationToken cancellationToken)
    {
        var segments = new HashSet<uint>();
        foreach (SynapseRow row in _table.Rows.OrderBy(row => row.Center.Z))
        {
            SynapseSurroundings surroundings = _volumes.Read(row.Center, row.Side1, row.Side2, _header.CubeSize, 0, cancellationToken);
            segments.Add(Decide(row, surroundings).Side == 1 ? surroundings.Segment1 : surroundings.Segment2);
        }

        segments.Remove(0); // background
        return segments;
    }

    private static Finding Unusable(string name, EngineException error) =>
        new(Severity.Error, "unusable-bbox", error.Message, name, "Repair it; the other bounding boxes are used.");

    // Cubes of an earlier state must not stand for a box that cannot be cut now.
    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"{path} holds cubes of an earlier state and cannot be deleted: {error.Message} Delete it, or choose another folder.", error);
        }
    }

    private bool PrepareCubes(Action<int> report, CancellationToken cancellationToken)
    {
        if (IsFresh())
        {
            report(CubeCount);
            return true;
        }

        bool asBytes = _volumes.RawBits == 8;
        long bytes = CubeFileWriter.EstimateBytes(CubeCount, _recipe.Channels.Count, _header.CubeSize, asBytes);
        WholeFile.Write(_path, bytes, partial =>
        {
            using var writer = new CubeFileWriter(partial, _header, asBytes);
            _records = WriteCubes(writer, report, cancellationToken);
            writer.Close();
        });
        return false;
    }

    /// <summary>Findings about the prepared cubes.</summary>
    internal IEnumerable<Finding> Summary()
    {
        int ambiguous = _records.Count(r => r.Entry.Polarity == PolarityState.Ambiguous);
        int padded = _records.Count(r => r.Entry.Padded);
        if (ambiguous > 0)
        {
            yield return new Finding(
                Severity.Warning, "ambiguous-polarity", $"{ambiguous} of {CubeCount} synapses have an ambiguous presynaptic side", Name, "Review them; the rule's side is used until someone decides.");
        }

        if (File.Exists(_volumePath) && !_volume.IsFresh())
        {
            yield return new Finding(
                Severity.Warning, "stale-volume", "the volume is of an earlier state of its sources or options", Name, "Run preprocess with --volumes, or delete the file.");
        }

        if (padded > 0)
        {
            yield return new Finding(
                Severity.Info, "padded", $"{padded} of {CubeCount} cubes reach over the border and are padded with 0", Name, "Choose a smaller cube size if that is too many.");
        }
    }

    // By z, so that each slice is decoded once; the order of the table is kept in an attribute.
    private List<CubeRecord> WriteCubes(CubeFileWriter writer, Action<int> report, CancellationToken cancellationToken)
    {
        int size = _header.CubeSize;
        var records = new List<CubeRecord>();
        foreach (SynapseRow row in _table.Rows.OrderBy(row => row.Center.Z))
        {
            cancellationToken.ThrowIfCancellationRequested();
            SynapseSurroundings surroundings = _volumes.Read(row.Center, row.Side1, row.Side2, size, size / 2, cancellationToken);
            Polarity polarity = Decide(row, surroundings);
            Cube cube = CubeBuilder.Build(surroundings, row.Center, size, polarity.Side, _recipe, _volumes.RawBits);
            var entry = new CubeEntry(Name, row.Id, row.Center, polarity.Side, polarity.State, cube.Padded);
            records.Add(new CubeRecord(entry, row.Row, polarity.Overlap1, polarity.Overlap2, cube.Scale));
            writer.Add(records[^1], cube);
            report(records.Count);
        }

        return records;
    }

    private Polarity Decide(SynapseRow row, SynapseSurroundings surroundings)
    {
        Polarity rule = PolarityRule.Decide(surroundings, row.Center, _header.Settings.VoxelSizeNm);
        return _decisions.TryGetValue($"{Name}_{row.Id}", out int side)
            ? rule with { Side = side, State = PolarityState.Manual, Reason = null }
            : rule;
    }

    private bool IsFresh()
    {
        if (!File.Exists(_path))
        {
            return false;
        }

        try
        {
            using CubeFileReader file = CubeFileReader.Open(_path);
            _records = file.Records;
            return file.Header.SourceFingerprint == _header.SourceFingerprint && file.Records.Count == CubeCount;
        }
        catch (EngineException)
        {
            return false; // damaged, or of another version: built again
        }
    }
}
