using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Torch.Serialization;

/// <summary>Files that we write, read by us and by Python.</summary>
public sealed class TorchFileWriteTests : IDisposable
{
    private readonly string _dir = Directory.CreateTempSubdirectory("synapselab-pt").FullName;

    public void Dispose() => Directory.Delete(_dir, recursive: true);

    [Fact]
    public void Write_ThenRead_GivesTheSameAndAlignsEveryRecord()
    {
        var value = TorchFileSamples.Sample();
        string path = TorchFileSamples.Save(_dir, value);
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
        d = torch.load(r'{TorchFileSamples.Save(_dir, TorchFileSamples.Sample())}')
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
        var value = TorchFileSamples.Sample();
        value.Remove("rate");
        Python.RunWithTorch($"""
            import torch
            d = torch.load(r'{TorchFileSamples.Save(_dir, value)}', weights_only=True)
            assert len(d) == 10 and d['weight'].tolist() == [[0, 1, 2], [3, 4, 5]] and d['large'] == 2**40
            """);
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
}
