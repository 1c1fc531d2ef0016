using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Torch.Serialization;

public sealed class TorchFileTests : IDisposable
{
    private readonly string _dir = Directory.CreateTempSubdirectory("synapselab-pt").FullName;

    public void Dispose() => Directory.Delete(_dir, recursive: true);

    [Fact]
    public void ReadDictionary_FileOfPython_HasItsValues()
    {
        var file = TorchFile.ReadDictionary(Fixture("checkpoint.pt"));

        Assert.Equal(3L, file["epoch"]);
        Assert.Equal(1L << 40, file["large"]);
        Assert.Equal(-70000L, file["negative"]);
        Assert.Equal(1e-3, file["rate"]);
        Assert.Equal("Synapse µ", file["text"]);
        Assert.Null(file["none"]);
        Assert.Equal(true, file["flag"]);
        var list = file.Get<List<object?>>("list");
        Assert.Equal([1L, 2.5, "x"], list.Take(3));
        Assert.Equal([null], Assert.IsType<List<object?>>(list[3]));
        Assert.Equal([4f], file.Get<TorchDictionary>("state").Get<TorchDictionary>(0L).Get<TensorData>("step").ToArray<float>());
        Assert.Equal(["weight", "bias", "running_mean", "running_var", "num_batches_tracked"], file.Get<TorchDictionary>("model_state_dict").Keys);
    }

    [Fact]
    public void ReadDictionary_TensorsOfPython_AreContiguousWithTheirTypes()
    {
        var file = TorchFile.ReadDictionary(Fixture("checkpoint.pt"));

        var transposed = file.Get<TensorData>("transposed");
        Assert.Equal([4L, 3L], transposed.Shape);
        Assert.Equal([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], transposed.ToArray<float>());
        Assert.Equal([5, 6, 7], file.Get<TensorData>("slice").ToArray<float>());
        Assert.Empty(file.Get<TensorData>("scalar").Shape);
        Assert.Equal([0L, 4L], file.Get<TensorData>("empty").Shape);
        Assert.Equal([1, 1], file.Get<TensorData>("parameter").ToArray<float>());
        var types = file.Get<TorchDictionary>("dtypes");
        Assert.Equal([1.5f, -2f], types.Get<TensorData>("float32").ToArray<float>());
        Assert.Equal([0.1], types.Get<TensorData>("float64").ToArray<double>());
        Assert.Equal([(Half)0.5], types.Get<TensorData>("float16").ToArray<Half>());
        Assert.Equal([0x80, 0x3f], types.Get<TensorData>("bfloat16").Bytes);
        Assert.Equal([1L << 40], types.Get<TensorData>("int64").ToArray<long>());
        Assert.Equal([-7], types.Get<TensorData>("int32").ToArray<int>());
        Assert.Equal([255], types.Get<TensorData>("uint8").ToArray<byte>());
        Assert.Equal([true, false], types.Get<TensorData>("bool").ToArray<bool>());
    }

    [Theory]
    [InlineData("evil.pt", TorchFileProblem.Unsupported, "posix.system")]
    [InlineData("plain.pickle", TorchFileProblem.NotThisFormat, "magic number")]
    [InlineData("make_pt.py", TorchFileProblem.NotThisFormat, "another kind of file")]
    public void Read_ForeignFile_SaysWhatItIs(string name, TorchFileProblem problem, string message)
    {
        var error = Assert.Throws<TorchFileException>(() => TorchFile.Read(Fixture(name)));

        Assert.Equal(problem, error.Problem);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadDictionary_FileFromBefore16_HasItsValues()
    {
        var file = TorchFile.ReadDictionary(Fixture("legacy.pt"));

        Assert.Equal((3L, "resnet-18"), (file["epoch"], file["arch"]));
        var weights = file.Get<TorchDictionary>("state_dict");
        Assert.Equal(["module.weight", "module.shared", "module.tied", "module.count", "module.half", "module.none"], weights.Keys);
        Assert.Equal([2L, 3L], weights.Get<TensorData>("module.weight").Shape);
        Assert.Equal([0, 1, 2, 3, 4, 5], weights.Get<TensorData>("module.weight").ToArray<float>());
        Assert.Equal([5, 6, 7], weights.Get<TensorData>("module.shared").ToArray<float>());
        Assert.Equal([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], weights.Get<TensorData>("module.tied").ToArray<float>());
        Assert.Equal([1L << 40], weights.Get<TensorData>("module.count").ToArray<long>());
        Assert.Equal([(Half)0.5], weights.Get<TensorData>("module.half").ToArray<Half>());
        Assert.Equal([0L, 4L], weights.Get<TensorData>("module.none").Shape);
    }

    [Fact]
    public void Read_FileFromBefore16WithAnyByteChangedOrCut_ReadsOrThrowsTorchFileException()
    {
        byte[] whole = File.ReadAllBytes(Fixture("legacy.pt"));
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
        byte[] whole = File.ReadAllBytes(Fixture("legacy.pt"));
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
        byte[] whole = File.ReadAllBytes(Fixture("checkpoint.pt"));
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
        byte[] whole = File.ReadAllBytes(Fixture("checkpoint.pt"));
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
        string path = Save(Sample());
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().IndexOf(TensorData.From<float>([0, 1, 2, 3, 4, 5], 2, 3).Bytes) + 5] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Equal(TorchFileProblem.Damaged, Assert.Throws<TorchFileException>(() => TorchFile.Read(path)).Problem);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameAndAlignsEveryRecord()
    {
        var value = Sample();
        string path = Save(value);
        var read = TorchFile.ReadDictionary(path);

        Assert.Equal(value.Keys, read.Keys);
        Assert.Equal(value.Get<TensorData>("weight").Bytes, read.Get<TensorData>("weight").Bytes);
        Assert.Equal([2L, 3L], read.Get<TensorData>("weight").Shape);
        Assert.Equal(long.MinValue, read["smallest"]);
        Assert.Equal([1L, "two", null, false], read.Get<List<object?>>("list"));
        Assert.True(read.Get<TorchDictionary>("nested").IsOrderedDict);
        Assert.All(RecordOffsets(File.ReadAllBytes(path)), offset => Assert.Equal(0, offset % 64));
    }

    [Fact]
    public void Write_OpenedByPython_HasItsValues() => Python.RunWithTorch($"""
        import torch
        d = torch.load(r'{Save(Sample())}')
        assert list(d) == ['weight', 'half', 'flags', 'scalar', 'nested', 'list', 'epoch', 'large', 'smallest', 'rate', 'text'], list(d)
        assert d['weight'].tolist() == [[0, 1, 2], [3, 4, 5]] and d['weight'].dtype == torch.float32
        assert d['half'].dtype == torch.bfloat16 and d['half'].tolist() == [1.0]
        assert d['flags'].tolist() == [True, False] and d['scalar'].shape == () and d['scalar'].item() == 7
        assert type(d['nested']).__name__ == 'OrderedDict' and d['nested'][0]['x'].dtype == torch.float64
        assert d['list'] == [1, 'two', None, False] and d['epoch'] == 3 and d['large'] == 2**40 and d['smallest'] == -2**63
        assert d['rate'] == 0.07 and d['text'] == 'Synapse µ'
        """);

    /// <summary>PyTorch 1.13 refuses floats under weights_only, in its own files too; 2.x takes them.</summary>
    [Fact]
    public void Write_OpenedByPythonWithWeightsOnly_HasItsValues()
    {
        var value = Sample();
        value.Remove("rate");
        Python.RunWithTorch($"""
            import torch
            d = torch.load(r'{Save(value)}', weights_only=True)
            assert len(d) == 10 and d['weight'].tolist() == [[0, 1, 2], [3, 4, 5]] and d['large'] == 2**40
            """);
    }

    private static TorchDictionary Sample() => new()
    {
        ["weight"] = TensorData.From<float>([0, 1, 2, 3, 4, 5], 2, 3),
        ["half"] = new TensorData(TensorElementType.BFloat16, [1], [0x80, 0x3f]),
        ["flags"] = TensorData.From<bool>([true, false], 2),
        ["scalar"] = TensorData.From<long>([7]),
        ["nested"] = new TorchDictionary { IsOrderedDict = true, [0L] = new TorchDictionary { ["x"] = TensorData.From<double>([1], 1) } },
        ["list"] = new List<object?> { 1L, "two", null, false },
        ["epoch"] = 3,
        ["large"] = 1L << 40,
        ["smallest"] = long.MinValue,
        ["rate"] = 0.07,
        ["text"] = "Synapse µ",
    };

    private string Save(object value)
    {
        string path = Path.Combine(_dir, "value.pt");
        using var file = File.Create(path);
        TorchFile.Write(file, value);
        return path;
    }

    /// <summary>Where the data of each local header begins, found by walking the archive from its start.</summary>
    private static List<int> RecordOffsets(byte[] zip)
    {
        var offsets = new List<int>();
        int at = 0;
        while (BitConverter.ToUInt32(zip, at) == 0x04034b50)
        {
            int data = at + 30 + BitConverter.ToUInt16(zip, at + 26) + BitConverter.ToUInt16(zip, at + 28);
            offsets.Add(data);
            at = data + BitConverter.ToInt32(zip, at + 18);
        }

        return offsets;
    }

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "serialization", name);
}
