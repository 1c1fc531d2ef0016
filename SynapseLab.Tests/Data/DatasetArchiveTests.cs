using System.IO.Compression;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;

namespace SynapseLab.Tests.Data;

public sealed class DatasetArchiveTests
{
    private static readonly DatasetArchiveLimits s_limits = new();

    [Fact]
    public void Extract_LayoutInATopFolderWithMacRubbish_FindsItsRoot()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.File("source/my data"));
        Directory.CreateDirectory(folder.File("source/__MACOSX/raw"));
        File.WriteAllText(folder.File("source/__MACOSX/raw/._x.tif"), "rubbish");
        ZipFile.CreateFromDirectory(folder.File("source"), folder.File("d.zip"));
        string root = DatasetArchive.Extract(folder.File("d.zip"), folder.File("target"), s_limits, null, default);
        Assert.Equal(folder.File("target/my data"), root);
        Assert.False(Directory.Exists(folder.File("target/__MACOSX")));
        Assert.Equal(TinyDataset.Shape, TiffStack.ReadShape(DatasetSource.Scan(root).BoundingBoxes[0].RawPath));
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("raw/../../evil.txt")]
    [InlineData("/evil.txt")]
    [InlineData("..\\evil.txt")]
    [InlineData("C:\\evil.txt")]
    public void Extract_NameThatLeadsOut_IsRefused(string name)
    {
        using var folder = new TemporaryFolder();
        WriteZip(folder.File("d.zip"), entry => entry(name, "x", 0));
        EngineException error = Assert.Throws<EngineException>(() => DatasetArchive.Extract(folder.File("d.zip"), folder.File("a/b/target"), s_limits, null, default));
        Assert.Contains("leads out", error.Message);
        Assert.Empty(Directory.GetFiles(folder.Path, "evil*", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(folder.File("a/b/target.partial")));
    }

    [Fact]
    public void Extract_SymbolicLink_IsRefused()
    {
        using var folder = new TemporaryFolder();
        WriteZip(folder.File("d.zip"), entry => entry("raw", "/etc", unchecked((int)0xA1FF0000)));
        Assert.Contains("symbolic link", Assert.Throws<EngineException>(() => DatasetArchive.Extract(folder.File("d.zip"), folder.File("t"), s_limits, null, default)).Message);
    }

    [Fact]
    public void Extract_TooLargeTooManyNoZipOrNoDataset_SaysSoAndLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        WriteZip(folder.File("d.zip"), entry =>
        {
            entry("a.txt", new string('a', 5000), 0);
            entry("b.txt", "b", 0);
        });
        string Message(string zip, DatasetArchiveLimits limits) =>
            Assert.Throws<EngineException>(() => DatasetArchive.Extract(folder.File(zip), folder.File("t"), limits, null, default)).Message;
        Assert.Contains("more than the", Message("d.zip", new DatasetArchiveLimits(MaximumBytes: 4000)));
        Assert.Contains("2 files", Message("d.zip", new DatasetArchiveLimits(MaximumFiles: 1)));
        Assert.StartsWith("The zip holds no usable bounding box", Message("d.zip", s_limits)); // not the server's folder
        File.WriteAllText(folder.File("text.zip"), "no zip");
        Assert.Contains("not a zip", Message("text.zip", s_limits));
        Assert.Equal(["d.zip", "text.zip"], Directory.GetFileSystemEntries(folder.Path).Select(f => Path.GetFileName(f)).Order());
    }

    private static void WriteZip(string path, Action<Action<string, string, int>> write)
    {
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        write((name, text, attributes) =>
        {
            ZipArchiveEntry entry = zip.CreateEntry(name);
            entry.ExternalAttributes = attributes;
            using var writer = new StreamWriter(entry.Open());
            writer.Write(text);
        });
    }
}
