namespace SynapseLab.Engine.Data.Tiff;

/// <summary>One slice of a stack: a page of a file.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="PageOffset">Byte position of the page's directory; null takes the first page.</param>
/// <param name="Where">How messages name it, e.g. "raw/bbox1/slice_0007.tif (slice 7)".</param>
internal sealed record TiffSlice(string File, ulong? PageOffset, string Where)
{
    /// <summary>Opens the file at this slice's page.</summary>
    internal TiffFile Open()
    {
        TiffFile file = TiffFile.Open(File, Where);
        try
        {
            if (PageOffset is { } offset)
            {
                file.GoTo(offset);
            }

            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
