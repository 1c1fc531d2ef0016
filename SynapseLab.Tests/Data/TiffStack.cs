using System.Numerics;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Tiff;

namespace SynapseLab.Tests.Data;

/// <summary>Whole stacks at once, as tests compare them; the engine reads slice by slice.</summary>
internal static class TiffStack
{
    internal static Shape3 ReadShape(string path)
    {
        TiffSlices slices = TiffSlices.Open(path);
        slices.RequireEqualSizes();
        return slices.Shape;
    }

    internal static int BitsPerSample(string path) => TiffSlices.Open(path).BitsPerSample;

    internal static Volume<T> Read<T>(string path, int zStart = 0, int zCount = -1)
        where T : unmanaged, IBinaryInteger<T>
    {
        TiffSlices slices = TiffSlices.Open(path);
        int count = zCount < 0 ? slices.Shape.Z - zStart : zCount;
        var volume = new Volume<T>(slices.Shape with { Z = count });
        int area = slices.Shape.Y * slices.Shape.X;
        TiffSlices.InParallel(0, count, z => slices.Read(zStart + z, TiffColor.Grey, volume.Voxels.AsSpan(z * area, area)), default);
        return volume;
    }
}
