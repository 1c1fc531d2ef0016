using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class NpyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("npy").FullName;

    private string File1 => Path.Combine(_folder, "a.npy");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_Matrix_IsTheFormatsBytes()
    {
        NpyFile.Write(File1, [1f, -2f], 1, 2);
        byte[] bytes = File.ReadAllBytes(File1);
        Assert.Equal(128 + 8, bytes.Length); // header padded to 64
        Assert.Equal("934E554D5059" + "0100" + "7600", Convert.ToHexString(bytes[..10]));
        Assert.Equal("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }", System.Text.Encoding.ASCII.GetString(bytes, 10, 118).TrimEnd());
        Assert.Equal((byte)'\n', bytes[127]);
        Assert.Equal("0000803F000000C0", Convert.ToHexString(bytes[128..]));
        Assert.Equal([File1], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Read_Written_IsTheSame()
    {
        NpyFile.Write(File1, [1, 2, 3, 4, 5, float.MaxValue], 3, 2);
        (float[] values, int rows, int cols) = NpyFile.Read(File1);
        Assert.Equal([1, 2, 3, 4, 5, float.MaxValue], values);
        Assert.Equal((3, 2), (rows, cols));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(60)]
    [InlineData(130)]
    public void Read_Truncated_SaysSo(int length)
    {
        NpyFile.Write(File1, [1, 2, 3], 3, 1);
        File.WriteAllBytes(File1, File.ReadAllBytes(File1)[..length]);
        Assert.Contains(File1, Assert.Throws<EngineException>(() => NpyFile.Read(File1)).Message);
    }

    [Fact]
    public void Write_FolderMissing_SaysSo() =>
        Assert.Throws<EngineException>(() => NpyFile.Write(Path.Combine(_folder, "none", "a.npy"), [1], 1, 1));
}
