namespace SynapseLab.Engine.Data.Tiff;

/// <summary>Reads and checks the header of the page that an open file stands at.</summary>
internal static unsafe class TiffPageHeader
{
    private const int PhotometricRgb = 2;
    private const int PlanarSeparate = 2;
    private const int SampleFormatUnsigned = 1;
    private const int SampleFormatVoid = 4;
    private const int OldDeflate = 32946;

    // No lossless scheme read here packs more than about 2,700 bytes into one (LZW of a constant image). A header that
    // claims more is damaged, and believing it could claim all memory.
    private const long MaximumPacking = 4096;

    /// <summary>The layout of the current page.</summary>
    /// <exception cref="TiffException">Damaged or unsupported; <paramref name="where"/> names it.</exception>
    internal static TiffPage Read(TiffFileHandle file, long fileBytes, string where)
    {
        int bits = Short(file, TiffTag.BitsPerSample, 1);
        int samples = Short(file, TiffTag.SamplesPerPixel, 1);
        int format = Short(file, TiffTag.SampleFormat, SampleFormatUnsigned);
        RequireSupported(file, bits, format, where);

        uint width = Long(file, TiffTag.ImageWidth);
        uint height = Long(file, TiffTag.ImageLength);
        bool tiled = LibTiff.TIFFIsTiled(file) != 0;
        uint blockWidth = tiled ? Long(file, TiffTag.TileWidth) : width;
        uint blockHeight = tiled ? Long(file, TiffTag.TileLength) : Math.Min(Long(file, TiffTag.RowsPerStrip), height);
        bool planar = Short(file, TiffTag.PlanarConfiguration, 1) == PlanarSeparate && samples > 1;

        double pixelBytes = samples * (bits / 8.0);
        double imageBytes = width * (double)height * pixelBytes;
        double blockBytes = blockWidth * (double)blockHeight * pixelBytes;
        double largest = Math.Min(int.MaxValue / 2, (fileBytes * MaximumPacking) + (1 << 20));
        if (samples == 0 || width == 0 || height == 0 || blockWidth == 0 || blockHeight == 0 || Math.Max(imageBytes, blockBytes) > largest)
        {
            throw new TiffException(
                TiffProblem.Damaged,
                $"{where}: its header claims {height} × {width} pixels in blocks of {blockHeight} × {blockWidth}, which a file of {fileBytes:N0} bytes cannot hold; the file is damaged, replace it.");
        }

        RequireDataInside(file, tiled, fileBytes, where);
        bool rgb = Short(file, TiffTag.Photometric, 1) == PhotometricRgb && samples >= 3;
        return new TiffPage((int)width, (int)height, bits, samples, rgb, planar, (int)blockWidth, (int)blockHeight, tiled);
    }

    // Many writers put the directory first: a copy that broke off then lacks nothing but voxels, and would be found out only
    // in the middle of the work.
    private static void RequireDataInside(TiffFileHandle file, bool tiled, long fileBytes, string where)
    {
        uint count = tiled ? LibTiff.TIFFNumberOfTiles(file) : LibTiff.TIFFNumberOfStrips(file);
        for (uint i = 0; i < count; i++)
        {
            UInt128 end = (UInt128)LibTiff.TIFFGetStrileOffset(file, i) + LibTiff.TIFFGetStrileByteCount(file, i);
            if (end > (UInt128)fileBytes)
            {
                throw new TiffException(
                    TiffProblem.Damaged, $"{where} is damaged or cut off: its voxels end at byte {end:N0}, but the file has {fileBytes:N0} bytes; replace the file.");
            }
        }
    }

    private static void RequireSupported(TiffFileHandle file, int bits, int format, string where)
    {
        if (format is not (SampleFormatUnsigned or SampleFormatVoid) || bits is not (8 or 16 or 32))
        {
            string kind = format switch { 2 => "signed", 3 => "floating-point", _ => "unsigned" };
            throw new TiffException(
                TiffProblem.Unsupported,
                $"{where}: expected unsigned samples of 8, 16 or 32 bits, found {kind} samples of {bits} bits; convert the stack.");
        }

        int compression = Short(file, TiffTag.Compression, 1);
        if (compression is not (1 or 5 or 8 or OldDeflate or 32773))
        {
            throw new TiffException(
                TiffProblem.Unsupported,
                $"{where}: expected compression none, LZW, Deflate or PackBits, found TIFF compression {compression}; save the stack with one of those.");
        }
    }

    private static int Short(TiffFileHandle file, uint tag, int otherwise)
    {
        ushort value = 0;
        return LibTiff.TIFFGetFieldDefaulted(file, tag, &value) == 1 ? value : otherwise;
    }

    private static uint Long(TiffFileHandle file, uint tag)
    {
        uint value = 0;
        return LibTiff.TIFFGetFieldDefaulted(file, tag, &value) == 1 ? value : 0;
    }
}
