using SynapseLab.Engine.Data.Tiff;

namespace SynapseLab.Engine.Data;

/// <summary>Writes grey TIFF slices by libtiff, in strips of about 64 KiB.</summary>
public static class TiffWriter
{
    private const int StripBytes = 1 << 16;

    /// <summary>Writes one slice, replacing the file.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="voxels">Height × width samples in this machine's byte order.</param>
    /// <param name="width">Pixels per row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="bitsPerSample">8, 16 or 32, unsigned.</param>
    /// <param name="compression">How to compress.</param>
    /// <exception cref="EngineException">The file cannot be written (no permission, disk full).</exception>
    public static void WriteSlice(
        string file, ReadOnlySpan<byte> voxels, int width, int height, int bitsPerSample, TiffCompression compression)
    {
        if (bitsPerSample is not (8 or 16 or 32) || voxels.Length != (long)width * height * (bitsPerSample / 8))
        {
            throw new ArgumentException($"Expected {height} × {width} samples of 8, 16 or 32 bits, got {voxels.Length} bytes for {bitsPerSample} bits.", nameof(voxels));
        }

        LibTiffErrors.Clear();
        using TiffFileHandle tiff = LibTiff.TIFFOpen(file, "w");
        Require(!tiff.IsInvalid, file);
        int rowBytes = width * (bitsPerSample / 8);
        int rowsPerStrip = Math.Clamp(StripBytes / rowBytes, 1, height);
        SetFields(tiff, width, height, bitsPerSample, rowsPerStrip, compression);
        WriteStrips(tiff, voxels, rowsPerStrip * rowBytes, file);
        Require(LibTiff.TIFFWriteDirectory(tiff) == 1, file);
    }

    private static void SetFields(TiffFileHandle tiff, int width, int height, int bitsPerSample, int rowsPerStrip, TiffCompression compression)
    {
        LibTiff.TIFFSetField(tiff, TiffTag.ImageWidth, width);
        LibTiff.TIFFSetField(tiff, TiffTag.ImageLength, height);
        LibTiff.TIFFSetField(tiff, TiffTag.BitsPerSample, bitsPerSample);
        LibTiff.TIFFSetField(tiff, TiffTag.SamplesPerPixel, 1);
        LibTiff.TIFFSetField(tiff, TiffTag.SampleFormat, 1);
        LibTiff.TIFFSetField(tiff, TiffTag.Photometric, 1); // 0 is black
        LibTiff.TIFFSetField(tiff, TiffTag.PlanarConfiguration, 1);
        LibTiff.TIFFSetField(tiff, TiffTag.RowsPerStrip, rowsPerStrip);
        LibTiff.TIFFSetField(tiff, TiffTag.Compression, (int)compression);
    }

    private static unsafe void WriteStrips(TiffFileHandle tiff, ReadOnlySpan<byte> voxels, int stripBytes, string file)
    {
        fixed (byte* start = voxels)
        {
            for (int offset = 0, strip = 0; offset < voxels.Length; offset += stripBytes, strip++)
            {
                int bytes = Math.Min(stripBytes, voxels.Length - offset);
                Require(LibTiff.TIFFWriteEncodedStrip(tiff, (uint)strip, start + offset, bytes) == bytes, file);
            }
        }
    }

    private static void Require(bool done, string file)
    {
        if (!done)
        {
            throw new EngineException(
                $"{file} could not be written ({LibTiffErrors.First ?? "no reason given"}); check that the folder exists, is writable and has free space.");
        }
    }
}
