using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Torch.Serialization;

/// <summary>Files that are none, are damaged, or would do harm.</summary>
public sealed class TorchFileDamageTests : IDisposable
{
    private readonly string _dir = Directory.CreateTempSubdirectory("synapselab-pt").FullName;

    public void Dispose() => Directory.Delete(_dir, recursive: true);

    [Theory]
    [InlineData("evil.pt", TorchFileProblem.Unsupported, "posix.system")]
    [InlineData("plain.pickle", TorchFileProblem.NotThisFormat, "magic number")]
    [InlineData("make_pt.py", TorchFileProblem.NotThisFormat, "another kind of file")]
    public void Read_ForeignFile_SaysWhatItIs(string name, TorchFileProblem problem, string message)
    {
        var error = Assert.Throws<TorchFileException>(() => TorchFile.Read(TorchFileSamples.Fixture(name)));

        Assert.Equal(problem, error.Problem);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileFromBefore16WithAnyByteChangedOrCut_ReadsOrThrowsTorchFileException()
    {
        byte[] whole = File.ReadAllBytes(TorchFileSamples.Fixture("legacy.pt"));
        string changed = Path.Combine(_dir, "changed.pt");
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] bytes = [.. whole];
            bytes[at] ^= 0x55;
            File.WriteAllBytes(changed, bytes);
            var error = Record.Exception(() => TorchFile.Read(changed));
            Assert.True(error is null or TorchFileException, $"byte {at}: {error}");
            File.WriteAllBytes(changed, whole[..at]);
            Assert.Throws<TorchFileException>(() => TorchFile.Read(changed));
        }
    }

    /// <summary>The pickle of the value stands third; here it would run a command.</summary>
    [Fact]
    public void Read_FileFromBefore16ThatRunsACommand_IsRefused_AndRunsNothing()
    {
        byte[] whole = File.ReadAllBytes(TorchFileSamples.Fixture("legacy.pt"));
        int value = whole.AsSpan(21).IndexOf([(byte)'.', (byte)0x80, (byte)2]) + 22;
        string trace = Path.Combine(_dir, "trace"), evil = Path.Combine(_dir, "evil.pt");
        string command = $"touch {trace}";
        File.WriteAllBytes(evil, [.. whole[..value], 0x80, 2, .. "cposix\nsystem\n(X"u8, (byte)command.Length, 0, 0, 0, .. System.Text.Encoding.ASCII.GetBytes(command + "tR.")]);

        Assert.Contains("posix.system", Assert.Throws<TorchFileException>(() => TorchFile.Read(evil)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(trace));
    }

    [Fact]
    public void Read_FileCutAtAnyLength_ThrowsTorchFileException()
    {
        byte[] whole = File.ReadAllBytes(TorchFileSamples.Fixture("checkpoint.pt"));
        string cut = Path.Combine(_dir, "cut.pt");
        for (int length = 0; length < whole.Length; length += 97)
        {
            File.WriteAllBytes(cut, whole[..length]);
            Assert.Throws<TorchFileException>(() => TorchFile.Read(cut));
        }
    }

    [Fact]
    public void Read_PickleWithAnyByteChanged_ReadsOrThrowsTorchFileException()
    {
        byte[] whole = File.ReadAllBytes(TorchFileSamples.Fixture("checkpoint.pt"));
        string changed = Path.Combine(_dir, "changed.pt");
        for (int at = 64; at < 1600; at += 3) // the pickle comes first
        {
            byte[] bytes = [.. whole];
            bytes[at] ^= 0x55;
            File.WriteAllBytes(changed, bytes);
            var error = Record.Exception(() => TorchFile.Read(changed));
            Assert.True(error is null or TorchFileException, $"byte {at}: {error}");
        }
    }

    [Fact]
    public void Read_OneBitOfATensorChanged_SaysDamaged()
    {
        string path = TorchFileSamples.Save(_dir, TorchFileSamples.Sample());
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().IndexOf(TensorData.From<float>([0, 1, 2, 3, 4, 5], 2, 3).Bytes) + 5] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Equal(TorchFileProblem.Damaged, Assert.Throws<TorchFileException>(() => TorchFile.Read(path)).Problem);
    }
}
