using SynapseLab.Engine.Data.BoundingBoxes;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data;

/// <summary>Prepares a dataset for training: per bounding box one file of cubes <c>bboxN_synapses.h5</c> (domain §3), one volume <c>bboxN.h5</c> (§4), or both.</summary>
public static class Preprocessor
{
    /// <summary>
    /// Writes what is missing or stale; a file whose source fingerprint still holds is kept, cubes only once they were read and found as they
    /// were written. A bounding box that cannot be used is left out with its reason among the findings.
    /// </summary>
    /// <exception cref="EngineException">An option is wrong, nothing is usable, the disk is full, or another run writes into the folder.</exception>
    public static PreprocessResult Run(PreprocessOptions o, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        o.ThrowIfInvalid();
        ChannelRecipe recipe = ChannelRecipe.Parse(o.Channels);
        DatasetSource dataset = DatasetSource.Scan(o.DataDir);
        OutputFolder.Make(o.PreprocDir);
        using FolderLock held = FolderLock.Take(o.PreprocDir);
        WholeFile.ClearPartials(o.PreprocDir, VolumeFile.FileSuffix); // which ends files of cubes as well

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

        long total = boxes.Sum(box => box.UnitsOf(o));
        long done = 0;
        int cubes = 0, usable = 0, reused = 0;
        foreach (BoundingBoxPreparation box in boxes)
        {
            if (box.TryPrepare(o, (stage, n) => progress?.Report(new WorkProgress($"{box.Name}: {stage}", done + n, total)), findings, cancellationToken) is { } wasFresh)
            {
                (cubes, usable, reused) = (cubes + (o.Cubes ? box.CubeCount : 0), usable + 1, reused + (wasFresh ? 1 : 0));
                findings.AddRange(box.Summary());
            }

            done += box.UnitsOf(o);
        }

        if (usable == 0 || (o.Cubes && cubes == 0))
        {
            throw NothingCut(o, findings);
        }

        findings.AddRange(Strangers(o.PreprocDir, dataset));
        return new PreprocessResult(cubes, usable, reused, findings);
    }

    private static EngineException NothingCut(PreprocessOptions o, List<Finding> findings)
    {
        string reason = findings.FirstOrDefault(f => f.Severity == Severity.Error) is { } worst ? $" ({worst.Where}: {worst.Message})" : "";
        return new EngineException($"{o.DataDir} holds {(o.Cubes ? "no synapse that can be cut" : "no bounding box that can be used")}{reason}; run inspect to see what is wrong.");
    }

    // The stores open every such file in the folder, so those of another dataset there would join in silently.
    private static IEnumerable<Finding> Strangers(string folder, DatasetSource dataset)
    {
        HashSet<string> ours = [.. dataset.BoundingBoxes.SelectMany(box => (string[])[box.Name + CubeFileHeader.FileSuffix, box.Name + VolumeFile.FileSuffix])];
        return Directory.EnumerateFiles(folder, "*" + VolumeFile.FileSuffix)
            .Select(path => Path.GetFileName(path))
            .Where(name => !ours.Contains(name))
            .Select(name => new Finding(
                Severity.Warning, "foreign-file", "this file belongs to no bounding box of this dataset, yet training will use it", name, "Delete the file, or use one folder per dataset."));
    }
}
