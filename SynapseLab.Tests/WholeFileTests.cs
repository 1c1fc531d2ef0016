using SynapseLab.Engine;
using SynapseLab.Engine.Data.Hdf5;
using SynapseLab.Tests.Data;

namespace SynapseLab.Tests;

public sealed class WholeFileTests
{
    [Fact]
    public void Write_DiskFull_SaysSoAndKeepsTheFileBefore()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("metrics.json");
        WholeFile.WriteText(path, "before");
        File.CreateSymbolicLink(path + WholeFile.PartialSuffix, "/dev/full"); // a device that is always full
        EngineException error = Assert.Throws<EngineException>(() => WholeFile.WriteText(path, "after"));

        Assert.StartsWith($"The disk is full: {path} could not be written", error.Message, StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public void Write_MoreThanIsFree_IsRefusedBeforeAnythingIsWritten()
    {
        using var folder = new TemporaryFolder();
        EngineException error = Assert.Throws<EngineException>(() => WholeFile.Write(folder.File("cubes.h5"), long.MaxValue, _ => Assert.Fail("written")));

        Assert.Contains("The disk is full", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public void Write_WriterFails_LeavesNothingAndGivesItsError()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<OperationCanceledException>(() => WholeFile.Write(folder.File("a"), stream =>
        {
            stream.WriteByte(1);
            throw new OperationCanceledException();
        }));

        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    [Theory]
    [InlineData("/nowhere/at/all/a.json")]
    [InlineData("/proc/a.json")]
    public void Write_WhereItCannot_NamesTheFile(string path)
    {
        EngineException error = Assert.Throws<EngineException>(() => WholeFile.WriteText(path, "{}"));
        Assert.StartsWith($"{path} cannot be written: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IsDiskFull_Hdf5SaysSoInWords_IsTrue()
    {
        const string Said = "HDF5 could not write x.h5 (file write failed: time = Tue, filename = 'x.h5', errno = {0}, error message = '…').";
        Assert.True(WholeFile.IsDiskFull(new Hdf5Exception(string.Format(null, Said, 28))));
        Assert.False(WholeFile.IsDiskFull(new Hdf5Exception(string.Format(null, Said, 13))));
        Assert.False(WholeFile.IsDiskFull(new Hdf5Exception("HDF5 could not write x.h5.")));
    }
}
