namespace SynapseLab.Tests.Web;

/// <summary>An empty folder that goes away with the test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("synapselab-").FullName;

    public void Dispose()
    {
        // SQLite keeps files of closed connections open in its pool.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
