using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Tests.Data;

public sealed class RawScaleTests
{
    [Theory]
    [InlineData(8, false)]
    [InlineData(16, false)]
    [InlineData(32, false)]
    [InlineData(8, true)]
    public void Of_ConstantCube_ScalesToZero(int rawBits, bool masked)
    {
        RawScale scale = Of([7, 7], rawBits, masked);
        Assert.Equal(0f, scale.Store(7) * scale.Factor);
    }

    // Domain §3: to 1/255 for 8-bit sources and to 1/65535 for deeper ones.
    [Theory]
    [InlineData(8, 255)]
    [InlineData(16, 65535)]
    [InlineData(32, uint.MaxValue)]
    public void Store_OfTheWholeRange_IsTheMinMaxScaledValue(int rawBits, uint maximum)
    {
        const uint Minimum = 40;
        RawScale scale = Of([maximum, Minimum], rawBits, masked: false);
        double tolerance = rawBits == 8 ? 1.0 / 255 : 1.0 / 65535;
        foreach (double fraction in new[] { 0, 0.1, 0.5, 0.77, 1 })
        {
            uint voxel = (uint)(Minimum + (fraction * (maximum - Minimum)));
            Assert.Equal((voxel - Minimum) / (double)(maximum - Minimum), scale.Store(voxel) * scale.Factor, tolerance);
        }
    }

    private static RawScale Of(uint[] voxels, int rawBits, bool masked)
    {
        var raw = new Block<uint>(default, new Volume<uint>(new Shape3(1, 1, voxels.Length), voxels));
        return RawScale.Of(raw, default, raw.Volume.Shape, rawBits, masked);
    }
}
