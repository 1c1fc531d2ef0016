using SynapseLab.Engine;

namespace SynapseLab.Web.Hosting;

/// <summary>
/// Keeps a second server off the data folder. It would take the first one's running work for that of a crashed server, and
/// its half-received uploads for rubbish. The system lets go of the lock when the process ends, however it ends.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    // EWOULDBLOCK of flock, as IOException.HResult carries it.
    private const int HeldElsewhere = 11;

    private readonly FileStream _file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="EngineException">Another server has it.</exception>
    public DataFolderLock(StoragePaths paths)
    {
        try
        {
            _file = new FileStream(paths.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when ((error.HResult & 0xFFFF) == HeldElsewhere)
        {
            throw new EngineException(
                $"Expected to be alone on the data folder {paths.Root}, but another server works on it; stop that one, or point SynapseLab:DataPath at another folder.", error);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
