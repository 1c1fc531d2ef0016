namespace SynapseLab.Engine.Data.Tiff;

/// <summary>
/// Decodes the strips or tiles of a page into whole planes (libtiff decompresses, undoes a predictor and swaps bytes to
/// this machine's order).
/// </summary>
internal static unsafe class TiffPageReader
{
    /// <summary>Decodes the first planes of the current page.</summary>
    /// <param name="file">Stands at the page.</param>
    /// <param name="page">Its layout.</param>
    /// <param name="planeCount">How many planes; 1 when the samples of a pixel lie side by side.</param>
    /// <returns>Planes × height × <see cref="TiffPage.RowBytes"/>; null when libtiff failed or a block came out short.</returns>
    internal static byte[]? Read(TiffFileHandle file, TiffPage page, int planeCount)
    {
        byte[] planes = new byte[checked(planeCount * page.Height * page.RowBytes)];
        fixed (byte* start = planes)
        {
            for (int plane = 0; plane < planeCount; plane++)
            {
                byte* destination = start + ((long)plane * page.Height * page.RowBytes);
                bool complete = page.IsTiled ? ReadTiles(file, page, plane, destination) : ReadStrips(file, page, plane, destination);
                if (!complete)
                {
                    return null;
                }
            }
        }

        return planes;
    }

    private static bool ReadStrips(TiffFileHandle file, TiffPage page, int plane, byte* destination)
    {
        int count = Blocks(page.Height, page.BlockHeight);
        for (int i = 0; i < count; i++)
        {
            int row = i * page.BlockHeight;
            nint bytes = (nint)Math.Min(page.BlockHeight, page.Height - row) * page.RowBytes;
            uint strip = (uint)((plane * count) + i);
            if (LibTiff.TIFFReadEncodedStrip(file, strip, destination + ((long)row * page.RowBytes), bytes) != bytes)
            {
                return false;
            }
        }

        return true;
    }

    private static bool ReadTiles(TiffFileHandle file, TiffPage page, int plane, byte* destination)
    {
        int down = Blocks(page.Height, page.BlockHeight);
        int across = Blocks(page.Width, page.BlockWidth);
        int pixelBytes = page.SamplesPerPlanePixel * page.BytesPerSample;
        byte[] tile = new byte[page.BlockBytes];
        fixed (byte* source = tile)
        {
            for (int i = 0; i < down * across; i++)
            {
                uint index = (uint)((plane * down * across) + i);
                if (LibTiff.TIFFReadEncodedTile(file, index, source, tile.Length) != tile.Length)
                {
                    return false;
                }

                CopyTile(page, tile, i / across * page.BlockHeight, i % across * page.BlockWidth, pixelBytes, destination);
            }
        }

        return true;
    }

    // Tiles at the right and lower border reach over the image; only what lies inside is copied.
    private static void CopyTile(TiffPage page, byte[] tile, int row, int column, int pixelBytes, byte* destination)
    {
        int rows = Math.Min(page.BlockHeight, page.Height - row);
        int bytes = Math.Min(page.BlockWidth, page.Width - column) * pixelBytes;
        for (int y = 0; y < rows; y++)
        {
            tile.AsSpan(y * page.BlockWidth * pixelBytes, bytes)
                .CopyTo(new Span<byte>(destination + ((long)(row + y) * page.RowBytes) + (column * pixelBytes), bytes));
        }
    }

    private static int Blocks(int length, int block) => ((length - 1) / block) + 1;
}
