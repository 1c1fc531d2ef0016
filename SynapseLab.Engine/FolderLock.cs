namespace SynapseLab.Engine;

/// <summary>
/// Keeps a folder to one writer at a time, across processes and inside one. The kernel lets go of the lock when its process
/// ends, however it ends: a kill never leaves a folder locked.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private const string FileName = ".in-use";
    private const int WouldBlock = 11; // EWOULDBLOCK, as flock answers where another holds the file

    private readonly FileStream? _file;

    private FolderLock(FileStream? file) => _file = file;

    /// <summary>Takes the lock until <see cref="Dispose"/>.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <exception cref="EngineException">Someone else is writing there.</exception>
    internal static FolderLock Take(string folder)
    {
        try
        {
            return new(new FileStream(
                Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose));
        }
        catch (IOException error) when (error.HResult == WouldBlock)
        {
            throw new EngineException(
                $"{folder} is in use: another run or preparation, perhaps of the server, is writing there; wait for its end, or choose another folder.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that nobody may write needs no lock: its files may be read, and who writes one is told which.
            return new(null);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file?.Dispose();
}
