using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data;

/// <summary>Prepares the cubes of one bounding box.</summary>
internal sealed class BoundingBoxPreparation
{
    private readonly BoundingBoxVolumes _volumes;
    private readonly SynapseTable _table;
    private readonly ChannelRecipe _recipe;
    private readonly CubeFileHeader _header;
    private readonly Dictionary<string, int> _decisions;
    private readonly string _path;
    private IReadOnlyList<CubeRecord> _records = [];

    private BoundingBoxPreparation(
        BoundingBoxVolumes volumes, SynapseTable table, ChannelRecipe recipe, CubeFileHeader header, Dictionary<string, int> decisions, string path)
    {
        (_volumes, _table, _recipe, _header, _decisions, _path) = (volumes, table, recipe, header, decisions, path);
    }

    internal string Name => _header.BoundingBox;

    internal int CubeCount => _table.Rows.Count;

    /// <summary>Opens what is needed; null, with the reason among the findings, when the box cannot be used.</summary>
    internal static BoundingBoxPreparation? TryOpen(BoundingBoxSource source, PreprocessOptions o, ChannelRecipe recipe, List<Finding> findings)
    {
        string path = Path.Combine(o.PreprocDir, source.Name + CubeFileHeader.FileSuffix);
        try
        {
            BoundingBoxSettings settings = (o.Codes ?? CodeTable.Seed).For(source.Name);
            BoundingBoxVolumes volumes = BoundingBoxVolumes.Open(source, settings.Codes);
            string tableName = Path.GetFileName(source.TablePath);
            SynapseTable table = SynapseTable.Read(source.TablePath, tableName).Within(volumes.Shape, tableName);
            findings.AddRange(table.Findings);
            List<PolarityOverride> decisions = [.. (o.Overrides ?? []).Where(d => d.FullId.StartsWith(source.Name + "_", StringComparison.Ordinal))];
            var header = new CubeFileHeader(
                source.Name, o.CubeSize, recipe.Name, settings, SourceFingerprint.Compute(source, settings, o.CubeSize, recipe, decisions));
            Dictionary<string, int> sides = decisions.GroupBy(d => d.FullId).ToDictionary(d => d.Key, d => d.Last().Side);
            return new BoundingBoxPreparation(volumes, table, recipe, header, sides, path);
        }
        catch (EngineException error)
        {
            Discard(path);
            if (source.MissingParts().Count == 0)
            {
                findings.Add(Unusable(source.Name, error));
            }

            return null;
        }
    }

    /// <summary>Makes sure that the file is there and fresh.</summary>
    /// <param name="report">Gets the number of cubes cut so far.</param>
    /// <param name="findings">Gets the reason when voxels cannot be read; the headers alone were read before.</param>
    /// <param name="cancellationToken">Stops between cubes; nothing half-written stays.</param>
    /// <returns>True when the file was fresh already; null when the box cannot be used.</returns>
    internal bool? TryPrepare(Action<int> report, List<Finding> findings, CancellationToken cancellationToken)
    {
        try
        {
            return Prepare(report, cancellationToken);
        }
        catch (TiffException error)
        {
            Discard(_path);
            findings.Add(Unusable(Name, error));
            return null;
        }
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

    private bool Prepare(Action<int> report, CancellationToken cancellationToken)
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
