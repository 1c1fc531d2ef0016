using System.Numerics;
using SynapseLab.Engine.Data.Tiff;

namespace SynapseLab.Engine.Data;

/// <summary>
/// Reads a stack of TIFF slices, a folder or one multi-page file, by libtiff. What is read is listed in Data/Tiff/README.md.
/// </summary>
public static class TiffStack
{
    /// <summary>Size of a stack in voxels; reads the header of every slice.</summary>
    /// <exception cref="TiffException">Missing, not TIFF, damaged, unsupported, or a slice of another size; names file and slice.</exception>
    public static Shape3 ReadShape(string path)
    {
        TiffSlices slices = TiffSlices.Open(path);
        slices.RequireEqualSizes();
        return slices.Shape;
    }

    /// <summary>Bits per sample of the first slice: 8, 16 or 32.</summary>
    /// <exception cref="TiffException">As <see cref="ReadShape"/>.</exception>
    public static int BitsPerSample(string path) => TiffSlices.Open(path).BitsPerSample;

    /// <summary>
    /// Reads slices <paramref name="zStart"/> … <paramref name="zStart"/> + <paramref name="zCount"/>, decoded on all cores
    /// straight into the result. RGB becomes grey (0.2989 R + 0.5870 G + 0.1140 B); of other multi-channel slices the first
    /// channel is taken.
    /// </summary>
    /// <typeparam name="T">byte, ushort or uint; narrower files widen, wider ones are an error.</typeparam>
    /// <param name="path">Folder of slices, or one multi-page file.</param>
    /// <param name="zStart">First slice, 0-based.</param>
    /// <param name="zCount">Number of slices; −1 takes all that follow.</param>
    /// <param name="ct">Stops between slices.</param>
    /// <returns>Volume [zCount, Y, X].</returns>
    /// <exception cref="TiffException">As <see cref="ReadShape"/>.</exception>
    public static Volume<T> Read<T>(string path, int zStart = 0, int zCount = -1, CancellationToken ct = default)
        where T : unmanaged, IBinaryInteger<T>
    {
        TiffSlices slices = TiffSlices.Open(path);
        int count = zCount < 0 ? slices.Shape.Z - zStart : zCount;
        ArgumentOutOfRangeException.ThrowIfNegative(zStart);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)zStart + count, slices.Shape.Z, nameof(zCount));
        var volume = new Volume<T>(slices.Shape with { Z = count });
        int area = slices.Shape.Y * slices.Shape.X;
        TiffSlices.InParallel(0, count, z => slices.Read(zStart + z, TiffColor.Grey, volume.Voxels.AsSpan(z * area, area)), ct);
        return volume;
    }
}
