using SynapseLab.Engine.Data.BoundingBoxes;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data;

/// <summary>Prepares the cubes of a dataset: one file <c>bboxN_synapses.h5</c> per bounding box (domain §3), and its volume <c>bboxN.h5</c> on request (§4).</summary>
public static class Preprocessor
{
    /// <summary>
    /// Writes what is missing or stale; a file whose source fingerprint still holds is kept. A bounding box that cannot be
    /// used is left out with its reason among the findings.
    /// </summary>
    /// <exception cref="EngineException">An option is wrong, nothing is usable, the disk is full, or another run writes into the folder.</exception>
    public static PreprocessResult Run(PreprocessOptions o, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        o.ThrowIfInvalid();
        ChannelRecipe recipe = ChannelRecipe.Parse(o.Channels);
        DatasetSource dataset = DatasetSource.Scan(o.DataDir);
        OutputFolder.Make(o.PreprocDir);
        using FolderLock held = FolderLock.Take(o.PreprocDir);
        WholeFile.ClearPartials(o.PreprocDir, VolumeFile.Suffix); // which ends files of cubes as well

        List<Finding> findings = [.. dataset.Findings];
        List<BoundingBoxPreparation> boxes = [];
        foreach (BoundingBoxSource source in dataset.BoundingBoxes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new WorkProgress($"{source.Name}: checking", 0, 0));
            if (BoundingBoxPreparation.TryOpen(source, o, recipe, findings) is { } box)
            {
                boxes.Add(box);
            }
        }

        int total = boxes.Sum(box => box.CubeCount);
        int done = 0, cubes = 0, usable = 0, reused = 0;
        foreach (BoundingBoxPreparation box in boxes)
        {
            if (box.TryPrepare(n => progress?.Report(new WorkProgress($"{box.Name}: cutting cubes", done + n, total)), findings, cancellationToken) is { } wasFresh)
            {
                (cubes, usable, reused) = (cubes + box.CubeCount, usable + 1, reused + (wasFresh ? 1 : 0));
                if (o.Volumes)
                {
                    box.PrepareVolume((n, of) => progress?.Report(new WorkProgress($"{box.Name}: writing the volume", n, of)), findings, cancellationToken);
                }

                findings.AddRange(box.Summary());
            }

            done += box.CubeCount;
        }

        if (cubes == 0)
        {
            throw NothingCut(o, findings);
        }

        findings.AddRange(Strangers(o.PreprocDir, dataset));
        return new PreprocessResult(cubes, usable, reused, findings);
    }

    private static EngineException NothingCut(PreprocessOptions o, List<Finding> findings)
    {
        string reason = findings.FirstOrDefault(f => f.Severity == Severity.Error) is { } worst ? $" ({worst.Where}: {worst.Message})" : "";
        return new EngineException($"{o.DataDir} holds no synapse that can be cut{reason}; run inspect to see what is wrong.");
    }

    // CubeStore opens every file of cubes in the folder, so cubes of another dataset there would join in silently.
    private static IEnumerable<Finding> Strangers(string folder, DatasetSource dataset) => Directory
        .EnumerateFiles(folder, "*" + CubeFileHeader.FileSuffix)
        .Select(path => Path.GetFileName(path))
        .Where(name => !dataset.BoundingBoxes.Any(box => box.Name + CubeFileHeader.FileSuffix == name))
        .Select(name => new Finding(
            Severity.Warning, "foreign-file", "these cubes belong to no bounding box of this dataset, yet training will use them", name, "Delete the file, or use one folder per dataset."));
}
