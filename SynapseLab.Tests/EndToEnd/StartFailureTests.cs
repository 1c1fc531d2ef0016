using System.Net;
using System.Net.Sockets;

namespace SynapseLab.Tests.EndToEnd;

/// <summary>A server that cannot start says why in one line and ends with 1; what another server works on stays as it is.</summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_PortInUse_SaysWhich()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        await RequireOneLineAsync(Path.Combine(_folder, "data"), $"http://127.0.0.1:{port}", $"127.0.0.1:{port}", "--urls");
    }

    [Fact]
    public async Task Start_FolderOfARunningServer_IsRefused()
    {
        string data = Path.Combine(_folder, "data");
        using LabProcess first = await LabProcess.StartAsync(data, _folder);

        await RequireOneLineAsync(data, "http://127.0.0.1:0", "another server", data);
    }

    [Fact]
    public async Task Start_NoDatabaseFile_IsNamed()
    {
        string data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "synapselab.db"), string.Join('\n', Enumerable.Repeat("this is no database", 100)));

        await RequireOneLineAsync(data, "http://127.0.0.1:0", "synapselab.db", "SynapseLab:DataPath");
    }

    [Fact]
    public async Task Start_FolderThatCannotBeMade_IsNamed()
    {
        string file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");

        await RequireOneLineAsync(Path.Combine(file, "data"), "http://127.0.0.1:0", file, "SynapseLab:DataPath");
    }

    [Fact]
    public async Task Start_AddressThatIsNone_IsNamed() =>
        await RequireOneLineAsync(Path.Combine(_folder, "data"), "nonsense", "nonsense", "--urls");

    private async Task RequireOneLineAsync(string data, string url, params string[] words)
    {
        (int code, string errors) = await LabProcess.FailToStartAsync(data, _folder, url);

        Assert.Equal(1, code);
        string line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(words, word => Assert.Contains(word, line, StringComparison.Ordinal));
    }
}
