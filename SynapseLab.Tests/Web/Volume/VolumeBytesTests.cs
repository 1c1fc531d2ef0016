using SynapseLab.Engine.Data;
using SynapseLab.Web.Components.Volume;

namespace SynapseLab.Tests.Web.Volume;

/// <summary>The layout that volumeBytes.ts and cubeBytes.ts read, byte by byte; their specs hold the other end.</summary>
public sealed class VolumeBytesTests
{
    [Fact]
    public void Encode_Window_HasHeaderThenGreyFlagsAndSegments()
    {
        var window = new SynapseWindow(new Voxel(-3, 4, 5), new Shape3(1, 1, 2), [10, 20], [1, 6], [7, 300]);

        byte[] bytes = VolumeBytes.Encode(window);

        byte[] expected =
        [
            (byte)'S', (byte)'L', (byte)'W', (byte)'1',
            0xFD, 0xFF, 0xFF, 0xFF, 4, 0, 0, 0, 5, 0, 0, 0,
            1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0,
            10, 20, 1, 6, 7, 0, 0x2C, 0x01,
        ];
        Assert.Equal(expected, bytes);
    }

    [Fact]
    public void Encode_Cubes_RoundsAndClampsToEightBit()
    {
        byte[] bytes = CubeBytes.Encode([[0f, 0.5f, 1f], [-1f, 2f, 0.1f]], channels: 3, size: 1);

        byte[] expected =
        [
            (byte)'S', (byte)'L', (byte)'C', (byte)'1', 2, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0,
            0, 128, 255, 0, 255, 26,
        ];
        Assert.Equal(expected, bytes);
    }
}
