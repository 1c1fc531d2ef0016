using System.Numerics;
using System.Runtime.InteropServices;

namespace SynapseLab.Engine.Data.Tiff;

/// <summary>Turns decoded planes into one value per pixel.</summary>
internal static class TiffSamples
{
    /// <summary>
    /// One value per pixel: the first sample, or for RGB(A) with <see cref="TiffColor.Grey"/>
    /// 0.2989 R + 0.5870 G + 0.1140 B rounded (domain §1; alpha is ignored).
    /// </summary>
    /// <param name="planes">As <see cref="TiffPageReader.Read"/> returns.</param>
    /// <param name="page">The layout.</param>
    /// <param name="color">What to make of several samples.</param>
    /// <param name="destination">Height × width values, at least as wide as a sample.</param>
    internal static void Convert<T>(byte[] planes, TiffPage page, TiffColor color, Span<T> destination)
        where T : unmanaged, IBinaryInteger<T>
    {
        switch (page.BitsPerSample)
        {
            case 8:
                Convert(MemoryMarshal.Cast<byte, byte>(planes), page, color, destination);
                break;
            case 16:
                Convert(MemoryMarshal.Cast<byte, ushort>(planes), page, color, destination);
                break;
            default:
                Convert(MemoryMarshal.Cast<byte, uint>(planes), page, color, destination);
                break;
        }
    }

    /// <summary>How many planes <see cref="Convert{T}(byte[], TiffPage, TiffColor, Span{T})"/> needs.</summary>
    internal static int PlanesNeeded(TiffPage page, TiffColor color) =>
        page.IsPlanar && page.IsRgb && color == TiffColor.Grey ? 3 : 1;

    private static void Convert<TSample, T>(ReadOnlySpan<TSample> samples, TiffPage page, TiffColor color, Span<T> destination)
        where TSample : unmanaged, IBinaryInteger<TSample>
        where T : unmanaged, IBinaryInteger<T>
    {
        int step = page.SamplesPerPlanePixel;
        if (page.IsRgb && color == TiffColor.Grey)
        {
            int next = page.IsPlanar ? page.Width * page.Height : 1; // from a pixel's red to its green
            for (int i = 0; i < destination.Length; i++)
            {
                int red = i * step;
                double grey = (0.2989 * double.CreateTruncating(samples[red]))
                    + (0.5870 * double.CreateTruncating(samples[red + next]))
                    + (0.1140 * double.CreateTruncating(samples[red + (2 * next)]));
                destination[i] = T.CreateTruncating(Math.Round(grey));
            }
        }
        else if (step == 1 && typeof(TSample) == typeof(T))
        {
            MemoryMarshal.Cast<TSample, T>(samples)[..destination.Length].CopyTo(destination);
        }
        else
        {
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = T.CreateTruncating(samples[i * step]);
            }
        }
    }
}
