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
    /// <returns>In natural order; empty when all is fresh.</returns>
    /// <exception cref="EngineException">An option is wrong, or the dataset cannot be listed.</exception>
    public static IReadOnlyList<StaleBox> Stale(PreprocessOptions o, CancellationToken cancellationToken)
    {
        o.ThrowIfInvalid();
        DatasetSource dataset = DatasetSource.Scan(o.DataDir);
        List<StaleBox> stale = [];
        foreach (BoundingBoxSource source in dataset.BoundingBoxes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            StaleBox? box = (o.Cubes ? Compare(source, o, CubesOf(source, o)) : null) ?? (o.Volumes ? Compare(source, o, VolumeOf(source, o)) : null);
            if (box is not null)
            {
                stale.Add(box);
            }
        }

        stale.AddRange(Gone(o.PreprocDir, dataset).Select(name => new StaleBox(name, "the dataset has no such bounding box", IsUsable: true)));
        return [.. stale.OrderBy(box => box.Name, NaturalOrder.Instance)];
    }

    /// <summary>Their names alone.</summary>
    public static IReadOnlyList<string> StaleBoxes(PreprocessOptions o, CancellationToken cancellationToken) =>
        [.. Stale(o, cancellationToken).Select(box => box.Name)];

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

    private static StaleBox? Compare(BoundingBoxSource source, PreprocessOptions o, Expected expected)
    {
        if (!File.Exists(expected.Path))
        {
            return IsUsable(source, o) ? new(source.Name, "it is not prepared", IsUsable: false) : null;
        }

        if (source.MissingParts().Count > 0)
        {
            return new(source.Name, "the dataset lacks files of it", IsUsable: true);
        }

        try
        {
            CubeFileHeader there = expected.Read(expected.Path), now = expected.Now();
            return there.SourceFingerprint == now.SourceFingerprint ? null : new(source.Name, there.DifferenceFrom(now), IsUsable: true);
        }
        catch (EngineException)
        {
            return new(source.Name, "its file is damaged, or of another version", IsUsable: false);
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
