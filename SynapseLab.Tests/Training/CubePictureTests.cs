using System.IO.Compression;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class CubePictureTests
{
    [Fact]
    public void Paint_OneChannel_ShowsThePlanesThroughTheCentreInGrey()
    {
        float[] cube = new float[27]; // (1, 3, 3, 3); z·100 + y·10 + x as grey values
        for (int i = 0; i < 27; i++)
        {
            cube[i] = ((i / 9 * 100) + (i / 3 % 3 * 10) + (i % 3)) / 255f;
        }

        byte[][] rows = Rows(CubePicture.Paint([cube, new float[27]], 3, "raw").Encode(), samplesOfARow: 8);

        Assert.Equal(13, rows.Length);
        Assert.Equal([100, 101, 102, 0, 0, 0, 0, 0], rows[0]); // y·x at z = 1
        Assert.Equal([120, 121, 122], rows[2][..3]);
        Assert.Equal([10, 11, 12], rows[5][..3]); // z·x at y = 1
        Assert.Equal([210, 211, 212], rows[7][..3]);
        Assert.Equal([1, 11, 21], rows[10][..3]); // z·y at x = 1
        Assert.Equal([201, 211, 221], rows[12][..3]);
    }

    [Fact]
    public void Paint_ThreeChannels_TintsTheMasksOverTheRaw()
    {
        float[] cube = new float[3]; // (3, 1, 1, 1): mid grey, presynaptic, no cleft
        (cube[0], cube[1]) = (100 / 255f, 1);

        byte[][] rows = Rows(CubePicture.Paint([cube], 1, "raw+pre+cleft").Encode(), samplesOfARow: 3);

        Assert.Equal([76, 108, 162], rows[0]); // 0.6 · 100 + 0.4 · (40, 120, 255)
    }

    /// <summary>Rows of our own PNG: IDAT begins behind signature and IHDR, at byte 33.</summary>
    private static byte[][] Rows(byte[] png, int samplesOfARow)
    {
        int length = (png[33] << 24) | (png[34] << 16) | (png[35] << 8) | png[36];
        using var rows = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        rows.CopyTo(bytes);
        return [.. bytes.ToArray().Chunk(samplesOfARow + 1).Select(row => row[1..])];
    }
}
