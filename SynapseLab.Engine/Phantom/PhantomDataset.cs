namespace SynapseLab.Engine.Phantom;

/// <summary>
/// Writes a synthetic dataset in the seed layout (domain §1) with planted synapse types and polarity, and
/// <c>truth.json</c>. How the tissue is made: README.md beside this file.
/// </summary>
public static class PhantomDataset
{
    /// <summary>
    /// Writes the dataset; under a temporary name beside <see cref="PhantomOptions.OutDir"/> until it is whole. The same
    /// options give the same bytes whatever the number of processors.
    /// </summary>
    /// <param name="options">What to write and where.</param>
    /// <param name="progress">Told after every slab; one unit is one section.</param>
    /// <param name="cancellationToken">Stops the work and removes what was written.</param>
    /// <exception cref="EngineException">When an option is out of range, the folder is not empty or cannot be written.</exception>
    public static void Write(PhantomOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        options.ThrowIfInvalid();
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.OutDir));
        ThrowUnlessFree(target);
        string partial = $"{target}.partial-{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(partial);
            WriteInto(partial, options, progress, cancellationToken);
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(partial, target);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The phantom could not be written to '{target}': {error.Message} Check free space and permissions.", error);
        }
        finally
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }
        }
    }

    private static void ThrowUnlessFree(string target)
    {
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new EngineException($"'{target}' is not empty; the phantom writes only to a new or empty folder. Name another (--out) or remove it first.");
        }
    }

    private static void WriteInto(string directory, PhantomOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        List<PhantomTruthSynapse> synapses = [];
        for (int i = 0; i < options.BoundingBoxCount; i++)
        {
            var boundingBox = new PhantomBoundingBox(options, i);
            synapses.AddRange(boundingBox.Write(directory, progress, cancellationToken));
        }

        var summary = new PhantomTruthOptions(options.BoundingBoxCount, options.Size, options.SynapseCount, options.TypeCount, options.Seed);
        string[] types = [.. SynapseType.All.Take(options.TypeCount).Select(type => type.Name)];
        new PhantomTruth(summary, types, synapses).Write(directory);
    }
}
