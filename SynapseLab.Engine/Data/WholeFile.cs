using SynapseLab.Engine.Data.Hdf5;

namespace SynapseLab.Engine.Data;

/// <summary>Writes files that are either whole or not there: temporary name, fsync, rename.</summary>
internal static class WholeFile
{
    private const int DiskFull = 28; // ENOSPC

    /// <summary>Ending of a file that is being written.</summary>
    internal const string PartialSuffix = ".partial";

    /// <summary>Has <paramref name="write"/> fill a temporary file beside <paramref name="path"/>, then puts it in its place.</summary>
    /// <param name="path">The file; replaced when it exists.</param>
    /// <param name="neededBytes">About how large it will be: less free space is an error before anything is written.</param>
    /// <param name="write">Writes the file whose path it gets.</param>
    /// <exception cref="EngineException">The disk is full, or the folder cannot be written; nothing is left behind.</exception>
    internal static void Write(string path, long neededBytes, Action<string> write)
    {
        string partial = path + PartialSuffix;
        try
        {
            RequireSpace(path, neededBytes);
            write(partial);
            using (FileStream stream = new(partial, FileMode.Open, FileAccess.ReadWrite))
            {
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception error)
        {
            File.Delete(partial);
            throw error switch
            {
                _ when IsDiskFull(error) => Full(path, neededBytes, error),
                EngineException or OperationCanceledException => error,
                IOException or UnauthorizedAccessException => new EngineException($"{path} cannot be written: {error.Message}", error),
                _ => error,
            };
        }
    }

    /// <summary>Whether an error says that the disk is full. HDF5 says it in words: "errno = 28, error message = …".</summary>
    internal static bool IsDiskFull(Exception error) =>
        (error is IOException && (error.HResult & 0xFFFF) == DiskFull)
        || (error is Hdf5Exception && error.Message.Contains($"errno = {DiskFull},", StringComparison.Ordinal));

    /// <summary>Free bytes on the disk that holds <paramref name="path"/>.</summary>
    internal static long FreeBytes(string path) => new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace;

    /// <summary>The sentence for a full disk.</summary>
    internal static EngineException Full(string path, long neededBytes, Exception? error = null)
    {
        string sentence = $"The disk is full: {path} needs about {Mebibytes(neededBytes)}, {Mebibytes(FreeBytes(path))} are free; make space and try again.";
        return error is null ? new EngineException(sentence) : new EngineException(sentence, error);
    }

    private static void RequireSpace(string path, long neededBytes)
    {
        if (FreeBytes(path) < neededBytes)
        {
            throw Full(path, neededBytes);
        }
    }

    private static string Mebibytes(long bytes) => FormattableString.Invariant($"{Math.Ceiling(bytes / 1048576.0):N0} MiB");
}
