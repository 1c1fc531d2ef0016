using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Tiff;

namespace SynapseLab.Tests.Data;

public sealed class TiffStackTests
{
    private const int Height = 21;
    private const int Width = 37;

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "tiff", name);

    private static uint Grey(int y, int x) => (uint)(((7 * y) + (3 * x)) % 251);

    [Theory]
    [InlineData("le")]
    [InlineData("be")]
    [InlineData("big")]
    [InlineData("tiles")]
    [InlineData("deflate_be")]
    public void Read_EveryDepthAndLayout_GivesExactVoxels(string kind)
    {
        foreach ((int bits, uint factor) in new[] { (8, 1u), (16, 257u), (32, 16843009u) })
        {
            string file = Fixture($"grey{bits}_{kind}.tif");
            Volume<uint> volume = TiffStack.Read<uint>(file);
            Assert.Equal(new Shape3(1, Height, Width), volume.Shape);
            Assert.Equal(bits, TiffStack.BitsPerSample(file));
            for (int y = 0; y < Height; y++)
            {
                for (int x = 0; x < Width; x++)
                {
                    Assert.Equal(Grey(y, x) * factor, volume[0, y, x]);
                }
            }
        }
    }

    [Theory]
    [InlineData("rgb_strips.tif")]
    [InlineData("rgb_planes.tif")]
    [InlineData("rgba_tiles.tif")]
    public void Read_Rgb_BecomesGreyByTheWeights(string name)
    {
        Volume<byte> volume = TiffStack.Read<byte>(Fixture(name));
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                uint r = Grey(y, x);
                double grey = (0.2989 * r) + (0.5870 * (255 - r)) + (0.1140 * x);
                Assert.Equal((byte)Math.Round(grey), volume[0, y, x]);
            }
        }
    }

    [Theory]
    [InlineData("rgb_strips.tif")]
    [InlineData("rgb_planes.tif")]
    [InlineData("rgba_tiles.tif")]
    public void Read_MaskOfSeveralChannels_TakesTheFirst(string name)
    {
        byte[] codes = new byte[Height * Width];
        TiffSlices.Open(Fixture(name)).Read<byte>(0, TiffColor.FirstSample, codes);
        Assert.Equal(Enumerable.Range(0, codes.Length).Select(i => (byte)Grey(i / Width, i % Width)), codes);
    }

    [Fact]
    public void Read_MultiPageFile_IsOneStack()
    {
        Volume<byte> volume = TiffStack.Read<byte>(Fixture("pages.tif"), zStart: 1);
        Assert.Equal(new Shape3(2, Height, Width), volume.Shape);
        Assert.Equal(Grey(3, 4) + 2, volume[1, 3, 4]);
    }

    [Theory]
    [InlineData(8, TiffCompression.None)]
    [InlineData(16, TiffCompression.Lzw)]
    [InlineData(32, TiffCompression.Deflate)]
    [InlineData(8, TiffCompression.PackBits)]
    public void WriteSlice_ThenRead_GivesTheSameBytes(int bits, TiffCompression compression)
    {
        using var folder = new TemporaryFolder();
        byte[] voxels = new byte[200 * 300 * (bits / 8)];
        new Random(1).NextBytes(voxels);
        foreach (int z in new[] { 1, 2, 10 })
        {
            voxels[0] = (byte)z;
            TiffWriter.WriteSlice(folder.File($"slice_{z}.tif"), voxels, 300, 200, bits, compression);
        }

        File.WriteAllText(folder.File("._slice_1.tif"), "macOS was here");
        uint[] expected = [.. voxels.Chunk(bits / 8).Select(v => bits switch { 8 => v[0], 16 => BitConverter.ToUInt16(v), _ => BitConverter.ToUInt32(v) })];
        Volume<uint> volume = TiffStack.Read<uint>(folder.Path);
        Assert.Equal(new Shape3(3, 200, 300), volume.Shape);
        Assert.Equal(expected, volume.Voxels[^60000..]);
        Assert.Equal([1, 2, 10], new[] { 0, 1, 2 }.Select(z => (int)(volume[z, 0, 0] & 0xFF)));
    }

    [Fact]
    public void ReadShape_SliceOfAnotherSize_NamesTheSlice()
    {
        using var folder = new TemporaryFolder();
        TiffWriter.WriteSlice(folder.File("s_0.tif"), new byte[12], 4, 3, 8, TiffCompression.None);
        TiffWriter.WriteSlice(folder.File("s_1.tif"), new byte[15], 5, 3, 8, TiffCompression.None);
        TiffException error = Assert.Throws<TiffException>(() => TiffStack.ReadShape(folder.Path));
        Assert.Equal(TiffProblem.SliceSize, error.Problem);
        Assert.Contains("s_1.tif (slice 1) has 3 × 5", error.Message);
    }

    // Some writers put the directory first: a copy that broke off then lacks nothing but voxels.
    [Fact]
    public void ReadShape_VoxelsCutOff_IsDamaged()
    {
        using var folder = new TemporaryFolder();
        (ushort Tag, ushort Type, uint Value)[] fields = [(256, 3, 4), (257, 3, 4), (258, 3, 8), (259, 3, 8), (262, 3, 1), (273, 4, 110), (278, 3, 4), (279, 4, 16)];
        byte[] whole =
        [
            .. "II*\0"u8, .. BitConverter.GetBytes(8), .. BitConverter.GetBytes((ushort)fields.Length),
            .. fields.SelectMany(f => (byte[])[.. BitConverter.GetBytes(f.Tag), .. BitConverter.GetBytes(f.Type), .. BitConverter.GetBytes(1), .. BitConverter.GetBytes(f.Value)]),
            .. new byte[4], .. new byte[16],
        ];
        File.WriteAllBytes(folder.File("slice_0.tif"), whole);
        Assert.Equal(new Shape3(1, 4, 4), TiffStack.ReadShape(folder.Path));

        File.WriteAllBytes(folder.File("slice_0.tif"), whole[..^1]);
        var error = Assert.Throws<TiffException>(() => TiffStack.ReadShape(folder.Path));
        Assert.Equal(TiffProblem.Damaged, error.Problem);
        Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ForeignFileAndFloat_GiveTheirProblems()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.tif"), "this is no image");
        Assert.Equal(TiffProblem.NotTiff, Assert.Throws<TiffException>(() => TiffStack.Read<byte>(folder.Path)).Problem);
        Assert.Equal(TiffProblem.Unsupported, Assert.Throws<TiffException>(() => TiffStack.Read<uint>(Fixture("float.tif"))).Problem);
        Assert.Equal(TiffProblem.Missing, Assert.Throws<TiffException>(() => TiffStack.Read<byte>(folder.File("none"))).Problem);
    }

    [Theory]
    [InlineData("grey8_le.tif")]
    [InlineData("grey16_tiles.tif")]
    [InlineData("grey32_deflate_be.tif")]
    [InlineData("grey16_big.tif")]
    [InlineData("pages.tif")]
    public void Read_TruncatedOrFlippedBytes_GivesTypedErrorsOnly(string name)
    {
        using var folder = new TemporaryFolder();
        byte[] whole = File.ReadAllBytes(Fixture(name));
        var random = new Random(7);
        int failures = 0;
        for (int trial = 0; trial < 150; trial++)
        {
            byte[] damaged = trial % 3 == 0 ? whole[..random.Next(whole.Length)] : (byte[])whole.Clone();
            for (int flip = 0; flip < trial % 3 && damaged.Length > 0; flip++)
            {
                // Directories lie at the head or the tail, where damage is most interesting.
                int at = random.Next(2) == 0 ? random.Next(Math.Min(400, damaged.Length)) : damaged.Length - 1 - random.Next(Math.Min(300, damaged.Length));
                damaged[at] ^= (byte)(1 << random.Next(8));
            }

            string file = folder.File("x.tif");
            File.WriteAllBytes(file, damaged);
            try
            {
                _ = TiffStack.Read<uint>(file);
            }
            catch (TiffException)
            {
                failures++;
            }
        }

        Assert.InRange(failures, 40, 150);
    }
}
