namespace SynapseLab.Engine.Data;

/// <summary>Unpacks an uploaded zip of the seed layout.</summary>
public static class DatasetArchive
{
    /// <summary>Unpacks into <paramref name="targetDir"/>, which must not exist yet; returns the dataset's root in it.</summary>
    public static string Extract(
        string zipPath, string targetDir, DatasetArchiveLimits limits, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}

/// <summary>How much an archive may unpack to.</summary>
/// <param name="MaximumBytes">Sum of all unpacked files; default 64 GiB.</param>
/// <param name="MaximumFiles">Number of files; default 100,000.</param>
public sealed record DatasetArchiveLimits(long MaximumBytes = 64L << 30, int MaximumFiles = 100_000);
