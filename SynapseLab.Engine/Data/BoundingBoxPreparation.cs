using SynapseLab.Engine.Data.BoundingBoxes;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data;

/// <summary>Prepares one bounding box: its cubes, its volume, or both.</summary>
internal sealed class BoundingBoxPreparation
{
    private readonly CubePreparation _cubes;
    private readonly VolumePreparation _volume;
    private readonly Func<CancellationToken, HashSet<uint>> _presynapticSegments;
    private readonly (string Cubes, string Volume) _paths;

    private BoundingBoxPreparation(
        string name, CubePreparation cubes, VolumePreparation volume, Func<CancellationToken, HashSet<uint>> presynapticSegments, (string Cubes, string Volume) paths) =>
        (Name, _cubes, _volume, _presynapticSegments, _paths) = (name, cubes, volume, presynapticSegments, paths);

    internal string Name { get; }

    internal int CubeCount => _cubes.Count;

    /// <summary>Opens what is needed; null, with the reason among the findings, when the box cannot be used.</summary>
    internal static BoundingBoxPreparation? TryOpen(BoundingBoxSource source, PreprocessOptions o, ChannelRecipe recipe, List<Finding> findings)
    {
        var paths = (Cubes: Path.Combine(o.PreprocDir, source.Name + CubeFileHeader.FileSuffix), Volume: VolumeFile.PathIn(o.PreprocDir, source.Name));
        try
        {
            BoundingBoxSettings settings = (o.Codes ?? CodeTable.Seed).For(source.Name);
            BoundingBoxVolumes volumes = BoundingBoxVolumes.Open(source, settings.Codes);
            string tableName = Path.GetFileName(source.TablePath);
            SynapseTable table = SynapseTable.Read(source.TablePath, tableName).Within(volumes.Shape, tableName);
            findings.AddRange(table.Findings);
            var sides = new PolarityDecisions(source.Name, settings.VoxelSizeNm, DecisionsOn(source, o));
            CubeFileHeader inVolume = HeaderOf(source, o, ChannelRecipe.Parse(VolumeFile.Channels));
            return new BoundingBoxPreparation(
                source.Name,
                new CubePreparation(volumes, table, HeaderOf(source, o, recipe), sides, paths.Cubes),
                new VolumePreparation(volumes, inVolume, paths.Volume),
                cancellationToken => PresynapticSegments.Of(volumes, table, sides, o.CubeSize, cancellationToken),
                paths);
        }
        catch (EngineException error)
        {
            Discard(paths.Cubes);
            Discard(paths.Volume);
            if (source.MissingParts().Count == 0)
            {
                findings.Add(BoundingBoxFindings.Unusable(source.Name, error));
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

        bool? wasFresh = TryPrepareCubes((stage, n) => report(stage, n), findings, cancellationToken);
        if (wasFresh is not null && o.Volumes)
        {
            TryPrepareVolume(n => report("writing the volume", CubeCount + n), findings, cancellationToken);
        }

        return wasFresh;
    }

    private bool? TryPrepareCubes(Action<string, int> report, List<Finding> findings, CancellationToken cancellationToken)
    {
        try
        {
            return _cubes.Prepare(report, cancellationToken);
        }
        catch (TiffException error)
        {
            Discard(_paths.Cubes);
            Discard(_paths.Volume);
            findings.Add(BoundingBoxFindings.Unusable(Name, error));
            return null;
        }
    }

    private bool? TryPrepareVolume(Action<int> report, List<Finding> findings, CancellationToken cancellationToken)
    {
        try
        {
            return _volume.Prepare(() => _presynapticSegments(cancellationToken), report, cancellationToken);
        }
        catch (TiffException error)
        {
            Discard(_paths.Volume);
            findings.Add(BoundingBoxFindings.Unusable(Name, error));
            return null;
        }
    }

    private static List<PolarityOverride> DecisionsOn(BoundingBoxSource source, PreprocessOptions o) =>
        [.. (o.Overrides ?? []).Where(d => d.FullId.StartsWith(source.Name + "_", StringComparison.Ordinal))];

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

    /// <summary>Findings about what is prepared.</summary>
    internal IEnumerable<Finding> Summary() => BoundingBoxFindings.Of(Name, _cubes.Records, hasStaleVolume: File.Exists(_paths.Volume) && !_volume.IsFresh());
}
