using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using SynapseLab.Engine;
using SynapseLab.Web.Features.Datasets.Upload;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Tests.Web;

public sealed class ArchiveReceiverTests : IDisposable
{
    private const int Limit = 4096;

    private readonly ScratchFolder _folder = new();
    private readonly StoragePaths _paths;
    private readonly IOptions<LabOptions> _options;

    public ArchiveReceiverTests()
    {
        _options = Options.Create(new LabOptions { DataPath = _folder.Path, MaxUploadBytes = Limit });
        _paths = new(_options, new HostingEnvironment { ContentRootPath = _folder.Path });
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Receive_Zip_KeepsItsBytes()
    {
        byte[] zip = [(byte)'P', (byte)'K', .. new byte[Limit - 2]];

        string path = await Receiver().ReceiveAsync(new MemoryStream(zip), zip.Length, CancellationToken.None);

        Assert.Equal(zip, await File.ReadAllBytesAsync(path));
    }

    [Theory]
    [InlineData(Limit + 1, null, "larger than")]
    [InlineData(2, 1L << 40, "larger than")]
    [InlineData(0, null, "empty")]
    public async Task Receive_TooLargeOrEmpty_IsRefusedAndLeavesNothing(int length, long? announced, string reason)
    {
        byte[] body = new byte[length];
        "PK"u8[..Math.Min(2, length)].CopyTo(body);

        var error = await Assert.ThrowsAsync<EngineException>(() => Receiver().ReceiveAsync(new MemoryStream(body), announced, CancellationToken.None));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_paths.Uploads));
    }

    [Fact]
    public async Task Receive_NoZip_IsRefusedAndLeavesNothing()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => Receiver().ReceiveAsync(new MemoryStream("GIF89a"u8.ToArray()), 6, CancellationToken.None));

        Assert.Contains("not a zip", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_paths.Uploads));
    }

    [Fact]
    public async Task Start_LeftoverOfAKilledServer_IsRemoved()
    {
        await File.WriteAllTextAsync(Path.Combine(_paths.Uploads, "half.zip"), "PK");

        Receiver();

        Assert.Empty(Directory.EnumerateFiles(_paths.Uploads));
    }

    private ArchiveReceiver Receiver() => new(_paths, _options);
}
