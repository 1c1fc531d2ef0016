using System.Text;

namespace SynapseLab.Engine;

/// <summary>Writes files that are either whole or not there: temporary name, fsync, rename. A failed write leaves the file before it.</summary>
public static class WholeFile
{
    private const int DiskFull = 28; // ENOSPC, as the low half of IOException.HResult carries it

    /// <summary>Ending of a file that is being written.</summary>
    internal const string PartialSuffix = ".partial";

    /// <summary>Has <paramref name="write"/> fill a stream, then puts the file in its place.</summary>
    /// <param name="path">The file; replaced when it exists.</param>
    /// <param name="write">Writes the contents.</param>
    /// <exception cref="EngineException">The disk is full, or the folder cannot be written; nothing is left behind.</exception>
    public static void Write(string path, Action<Stream> write) => Replace(path, neededBytes: null, partial =>
    {
        using FileStream stream = new(partial, FileMode.Create, FileAccess.Write, FileShare.None);
        write(stream);
        stream.Flush(flushToDisk: true);
    });

    /// <summary>Writes a text as UTF-8 without byte order mark.</summary>
    /// <exception cref="EngineException">As <see cref="Write(string, Action{Stream})"/>.</exception>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>As <see cref="Write(string, Action{Stream})"/>, for libraries that want a path and files whose size is known before.</summary>
    /// <param name="path">The file; replaced when it exists.</param>
    /// <param name="neededBytes">About how large it will be: less free space is an error before anything is written.</param>
    /// <param name="write">Writes the file whose path it gets.</param>
    /// <exception cref="EngineException">The disk is full, or the folder cannot be written; nothing is left behind.</exception>
    internal static void Write(string path, long neededBytes, Action<string> write) => Replace(path, neededBytes, partial =>
    {
        write(partial);
        using FileStream stream = new(partial, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    });

    /// <summary>Removes what writers that were killed left of files of some kinds. Only for a folder whose lock is held: nobody else writes there then.</summary>
    /// <param name="folder">An existing folder; those below are not looked at.</param>
    /// <param name="extensions">Of the files themselves, as .pt.</param>
    /// <exception cref="EngineException">One cannot be deleted.</exception>
    internal static void ClearPartials(string folder, params string[] extensions)
    {
        foreach (string partial in extensions.SelectMany(extension => Directory.EnumerateFiles(folder, "*" + extension + PartialSuffix)))
        {
            try
            {
                File.Delete(partial);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new EngineException($"{partial}, which a killed process left, cannot be deleted: {error.Message} Delete it, or choose another folder.", error);
            }
        }
    }

    /// <summary>Whether an error, or the one that caused it, says that the disk is full.</summary>
    public static bool IsDiskFull(Exception error) =>
        (error is IOException && (error.HResult & 0xFFFF) == DiskFull) || (error.InnerException is { } cause && IsDiskFull(cause));

    /// <summary>Free bytes on the disk that holds <paramref name="path"/>.</summary>
    internal static long FreeBytes(string path) => new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace;

    /// <summary>The sentence for a full disk.</summary>
    /// <param name="path">What was to be written.</param>
    /// <param name="neededBytes">About how much it takes; null when nobody knows.</param>
    /// <param name="error">What the system said.</param>
    internal static EngineException Full(string path, long? neededBytes, Exception? error = null)
    {
        string needed = neededBytes is { } bytes ? $"needs about {Mebibytes(bytes)}" : "could not be written";
        return new($"The disk is full: {path} {needed}, {Mebibytes(FreeBytes(path))} are free; make space and try again.", error);
    }

    private static void Replace(string path, long? neededBytes, Action<string> write)
    {
        string partial = path + PartialSuffix;
        try
        {
            if (FreeBytes(path) < neededBytes)
            {
                throw Full(path, neededBytes);
            }

            write(partial);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception error)
        {
            if (File.Exists(partial)) // its folder may be missing
            {
                File.Delete(partial);
            }

            throw error switch
            {
                _ when IsDiskFull(error) => Full(path, neededBytes, error),
                EngineException or OperationCanceledException => error,
                IOException or UnauthorizedAccessException => new EngineException(
                    $"{path} cannot be written: {error.Message} Choose another folder, or check its permissions.", error),
                _ => error,
            };
        }
    }

    private static string Mebibytes(long bytes) => FormattableString.Invariant($"{Math.Ceiling(bytes / 1048576.0):N0} MiB");
}
