using System.Text;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Torch.Serialization;

public sealed class SafetensorsFileTests : IDisposable
{
    private readonly string _dir = Directory.CreateTempSubdirectory("synapselab-safetensors").FullName;

    public void Dispose() => Directory.Delete(_dir, recursive: true);

    [Fact]
    public void Read_HandMadeFile_HasItsTensors()
    {
        var tensors = SafetensorsFile.Read(Path.Combine(AppContext.BaseDirectory, "Fixtures", "serialization", "two.safetensors"));

        Assert.Equal(["a", "b"], tensors.Keys.Order());
        Assert.Equal([2L, 1L], tensors["a"].Shape);
        Assert.Equal([1f, -2.5f], tensors["a"].ToArray<float>());
        Assert.Equal([9L], tensors["b"].ToArray<long>());
    }

    [Fact]
    public void Write_TwoTensors_HasTheBytesOfTheSpecification()
    {
        using var stream = new MemoryStream();
        SafetensorsFile.Write(stream, [new("b", TensorData.From<byte>([7], 1)), new("a", TensorData.From<float>([1], 1, 1))]);

        string header = """{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[1],"data_offsets":[4,5]}}""";
        header = header.PadRight((header.Length + 7) / 8 * 8);
        byte[] expected = [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), 0, 0, 0x80, 0x3f, 7];
        Assert.Equal(expected, stream.ToArray());
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 5)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8)]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,0]}}""", 0)]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"Q4","shape":[1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32"}}""", 4)]
    [InlineData("""{"a":""", 4)]
    [InlineData("""[1]""", 0)]
    public void Read_SizesThatDoNotAgree_Throws(string header, int dataLength)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        string path = Path.Combine(_dir, "bad.safetensors");
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((long)json.Length), .. json, .. new byte[dataLength]]);

        var error = Assert.Throws<TorchFileException>(() => SafetensorsFile.Read(path));

        Assert.Contains("bad.safetensors", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(9)]
    public void Read_TooShort_Throws(int length)
    {
        string path = Path.Combine(_dir, "short.safetensors");
        File.WriteAllBytes(path, [.. Enumerable.Repeat((byte)0xFF, length)]);

        Assert.Equal(TorchFileProblem.NotThisFormat, Assert.Throws<TorchFileException>(() => SafetensorsFile.Read(path)).Problem);
    }
}
