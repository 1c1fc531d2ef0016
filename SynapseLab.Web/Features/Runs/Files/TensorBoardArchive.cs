using System.IO.Compression;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Files;

/// <summary>All event files of a run as one zip, made while it is sent: nothing of it lies in memory or on the disk.</summary>
internal static class TensorBoardArchive
{
    // Links inside the folder are not followed: what they point at is not the run's.
    private static readonly EnumerationOptions s_files = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Whether the run wrote any.</summary>
    internal static bool Exists(string runDir) => Directory.Exists(RunFolder.At(runDir).TensorBoardPath);

    /// <summary>Writes the zip; a file that grows meanwhile is taken as long as it was when its turn came.</summary>
    internal static async Task WriteAsync(string runDir, Stream output, CancellationToken cancellationToken)
    {
        await using ZipArchive zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        foreach (string path in Directory.EnumerateFiles(RunFolder.At(runDir).TensorBoardPath, "*", s_files).Order(StringComparer.Ordinal))
        {
            // The run may be writing: share with it.
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16, useAsync: true);
            await using Stream entry = await zip.CreateEntry(Path.GetRelativePath(runDir, path).Replace('\\', '/'), CompressionLevel.Fastest).OpenAsync(cancellationToken);
            await file.CopyToAsync(entry, cancellationToken);
        }
    }
}
