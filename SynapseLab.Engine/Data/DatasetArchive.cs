using System.IO.Compression;

namespace SynapseLab.Engine.Data;

/// <summary>How much an archive may unpack to.</summary>
/// <param name="MaximumBytes">Sum of all unpacked files; default 64 GiB.</param>
/// <param name="MaximumFiles">Number of files; default 100,000.</param>
public sealed record DatasetArchiveLimits(long MaximumBytes = 64L << 30, int MaximumFiles = 100_000);

/// <summary>Unpacks an uploaded zip of the seed layout; trusts nothing in it.</summary>
public static class DatasetArchive
{
    private const int ReportBytes = 16 << 20;

    /// <summary>Unpacks beside <paramref name="targetDir"/> and renames when all is there; a failure leaves nothing behind.</summary>
    /// <param name="zipPath">The archive.</param>
    /// <param name="targetDir">Folder to make; must not exist yet.</param>
    /// <param name="limits">How much it may unpack to.</param>
    /// <param name="progress">Bytes unpacked of bytes in all.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    /// <returns>The dataset's root: <paramref name="targetDir"/>, or the one folder in it that holds the layout.</returns>
    /// <exception cref="EngineException">Not a zip, damaged, unsafe names, too large, disk full, or no dataset inside.</exception>
    public static string Extract(
        string zipPath, string targetDir, DatasetArchiveLimits limits, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        string target = Path.GetFullPath(targetDir);
        if (Path.Exists(target))
        {
            throw new EngineException($"The folder {target} exists already; choose another name for the dataset.");
        }

        string partial = target + WholeFile.PartialSuffix;
        try
        {
            Delete(partial);
            Directory.CreateDirectory(partial);
            Unpack(zipPath, partial, limits, progress, cancellationToken);
            string root = DatasetSource.Scan(partial).Root;
            Directory.Move(partial, target);
            return Path.GetFullPath(Path.GetRelativePath(partial, root), target);
        }
        catch (Exception error)
        {
            Delete(partial);
            throw Explain(error, partial, target, limits);
        }
    }

    private static void Unpack(
        string zipPath, string folder, DatasetArchiveLimits limits, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        using ZipArchive zip = ZipFile.OpenRead(zipPath);
        List<ZipArchiveEntry> files = [.. zip.Entries.Where(DatasetArchiveEntry.IsWanted)];
        files.ForEach(DatasetArchiveEntry.RequireSafe);
        if (files.Count > limits.MaximumFiles)
        {
            throw new EngineException($"The zip holds {files.Count:N0} files, more than the {limits.MaximumFiles:N0} allowed; save each stack as one multi-page TIFF.");
        }

        long total = files.Sum(file => file.Length);
        if (total > limits.MaximumBytes)
        {
            throw TooLarge(limits);
        }

        if (WholeFile.FreeBytes(folder) < total)
        {
            throw WholeFile.Full(folder, total);
        }

        long done = 0, reported = 0;
        byte[] block = new byte[1 << 17];
        foreach (ZipArchiveEntry file in files)
        {
            string path = Path.Combine(folder, DatasetArchiveEntry.SafeName(file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using Stream from = file.Open();
            using FileStream to = new(path, FileMode.CreateNew);
            for (int count; (count = from.Read(block)) > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                done += count;
                if (done > limits.MaximumBytes)
                {
                    throw TooLarge(limits); // the sizes in a zip's directory can lie
                }

                to.Write(block.AsSpan(0, count));
                if (done - reported >= ReportBytes || done == total)
                {
                    progress?.Report(new WorkProgress("unpacking", reported = done, total));
                }
            }
        }
    }

    // The zip lies under a name, and unpacks to a folder, that only the server knows: what a person reads names what is inside.
    private static Exception Explain(Exception error, string partial, string target, DatasetArchiveLimits limits) => error switch
    {
        EngineException => new EngineException(Inside(error.Message, partial), error),
        OperationCanceledException => error,
        InvalidDataException or NotSupportedException => new EngineException(
            $"The file is not a zip that can be read ({error.Message}); pack it again, without password.", error),
        _ when WholeFile.IsDiskFull(error) => WholeFile.Full(target, limits.MaximumBytes, error),
        IOException or UnauthorizedAccessException => new EngineException($"The zip could not be unpacked: {Inside(error.Message, partial)}", error),
        _ => error,
    };

    private static string Inside(string message, string partial) => message
        .Replace(partial + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
        .Replace(partial, "The zip", StringComparison.Ordinal);

    private static EngineException TooLarge(DatasetArchiveLimits limits) => new(
        $"The zip unpacks to more than the {limits.MaximumBytes / (double)(1 << 30):0.##} GiB allowed; register the dataset from a server folder, or ask the administrator to raise the limit.");

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
