using SynapseLab.Engine.Data.BoundingBoxes;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data;

/// <summary>Whether the files that <see cref="Preprocessor"/> wrote are still those of their dataset; writes nothing.</summary>
public static class PreparedFiles
{
    /// <summary>
    /// Bounding boxes whose cubes or volume, as the options ask for, are missing, damaged, or of another state of sources, codes or
    /// decisions; and files of bounding boxes that the dataset has no more. Voxels are not read.
    /// </summary>
    /// <param name="o">What was prepared, and where.</param>
    /// <param name="cancellationToken">Stops between bounding boxes.</param>
    /// <returns>Their names in natural order; empty when all is fresh.</returns>
    /// <exception cref="EngineException">An option is wrong, or the dataset cannot be listed.</exception>
    public static IReadOnlyList<string> StaleBoxes(PreprocessOptions o, CancellationToken cancellationToken)
    {
        o.ThrowIfInvalid();
        DatasetSource dataset = DatasetSource.Scan(o.DataDir);
        List<string> stale = [];
        foreach (BoundingBoxSource source in dataset.BoundingBoxes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((o.Cubes && IsStale(source, o, CubesOf(source, o))) || (o.Volumes && IsStale(source, o, VolumeOf(source, o))))
            {
                stale.Add(source.Name);
            }
        }

        stale.AddRange(Gone(o.PreprocDir, dataset));
        return [.. stale.Order(NaturalOrder.Instance)];
    }

    private static Expected CubesOf(BoundingBoxSource source, PreprocessOptions o) => new(
        Path.Combine(o.PreprocDir, source.Name + CubeFileHeader.FileSuffix),
        () => BoundingBoxPreparation.HeaderOf(source, o, ChannelRecipe.Parse(o.Channels)),
        path =>
        {
            using CubeFileReader file = CubeFileReader.Open(path);
            return file.Header;
        });

    private static Expected VolumeOf(BoundingBoxSource source, PreprocessOptions o) => new(
        VolumeFile.PathIn(o.PreprocDir, source.Name),
        () => VolumePreparation.HeaderOf(BoundingBoxPreparation.HeaderOf(source, o, ChannelRecipe.Parse(VolumeFile.Channels))),
        path =>
        {
            using VolumeFileReader file = VolumeFileReader.Open(path);
            return file.Header;
        });

    private static bool IsStale(BoundingBoxSource source, PreprocessOptions o, Expected expected)
    {
        if (source.MissingParts().Count > 0 || !File.Exists(expected.Path))
        {
            return File.Exists(expected.Path) || IsUsable(source, o);
        }

        try
        {
            return expected.Read(expected.Path).SourceFingerprint != expected.Now().SourceFingerprint;
        }
        catch (EngineException)
        {
            return true; // damaged, or of another version
        }
    }

    // A box that could not be used when the others were prepared, and cannot now, is not missing.
    private static bool IsUsable(BoundingBoxSource source, PreprocessOptions o)
    {
        try
        {
            BoundingBoxVolumes volumes = BoundingBoxVolumes.Open(source, (o.Codes ?? CodeTable.Seed).For(source.Name).Codes);
            SynapseTable.Read(source.TablePath, source.Name).Within(volumes.Shape, source.Name);
            return true;
        }
        catch (EngineException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Gone(string folder, DatasetSource dataset)
    {
        HashSet<string> known = [.. dataset.BoundingBoxes.Select(box => box.Name)];
        IEnumerable<string> files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + VolumeFile.FileSuffix).Select(path => Path.GetFileName(path)) : [];
        return files.Select(NameOf).Distinct().Where(name => !known.Contains(name));
    }

    private static string NameOf(string file) =>
        file[..^(file.EndsWith(CubeFileHeader.FileSuffix, StringComparison.Ordinal) ? CubeFileHeader.FileSuffix : VolumeFile.FileSuffix).Length];

    /// <param name="Path">The file.</param>
    /// <param name="Now">Its header as it would be written now.</param>
    /// <param name="Read">Reads the header of the file that is there.</param>
    private sealed record Expected(string Path, Func<CubeFileHeader> Now, Func<string, CubeFileHeader> Read);
}
