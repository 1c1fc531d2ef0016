namespace SynapseLab.Engine.Data.Tiff;

/// <summary>One open TIFF file. Not thread-safe; open it once per thread.</summary>
internal sealed class TiffFile : IDisposable
{
    private readonly TiffFileHandle _handle;
    private readonly long _fileBytes;
    private readonly string _where;

    private TiffFile(TiffFileHandle handle, long fileBytes, string where)
    {
        _handle = handle;
        _fileBytes = fileBytes;
        _where = where;
    }

    /// <summary>Opens a file at its first page.</summary>
    /// <param name="path">The file.</param>
    /// <param name="where">How messages name it.</param>
    /// <exception cref="TiffException">Missing, not a TIFF, or damaged.</exception>
    internal static TiffFile Open(string path, string where)
    {
        long length = RequireSignature(path, where);
        LibTiffErrors.Clear();

        // "m": no memory mapping. A mapped file that shrinks while it is read would kill the process with SIGBUS.
        TiffFileHandle handle = LibTiff.TIFFOpen(path, "rm");
        if (handle.IsInvalid)
        {
            handle.Dispose();
            throw Damaged(where);
        }

        return new TiffFile(handle, length, where);
    }

    /// <summary>Layout of the current page.</summary>
    internal TiffPage ReadHeader() => TiffPageHeader.Read(_handle, _fileBytes, _where);

    /// <summary>Byte position of the current page's directory.</summary>
    internal ulong PageOffset => LibTiff.TIFFCurrentDirOffset(_handle);

    /// <summary>Goes to the next page; false after the last.</summary>
    /// <exception cref="TiffException">There should be one, but it cannot be read.</exception>
    internal bool NextPage()
    {
        if (LibTiff.TIFFLastDirectory(_handle) != 0)
        {
            return false;
        }

        LibTiffErrors.Clear();
        return LibTiff.TIFFReadDirectory(_handle) == 1 ? true : throw Damaged(_where);
    }

    /// <summary>Goes to the page whose directory lies at <paramref name="offset"/>.</summary>
    internal void GoTo(ulong offset)
    {
        LibTiffErrors.Clear();
        if (LibTiff.TIFFSetSubDirectory(_handle, offset) != 1)
        {
            throw Damaged(_where);
        }
    }

    /// <summary>Decodes the current page; see <see cref="TiffPageReader"/>.</summary>
    internal byte[] ReadPlanes(TiffPage page, int planeCount)
    {
        LibTiffErrors.Clear();
        return TiffPageReader.Read(_handle, page, planeCount) ?? throw Damaged(_where);
    }

    /// <inheritdoc />
    public void Dispose() => _handle.Dispose();

    private static long RequireSignature(string path, string where)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            Span<byte> head = stackalloc byte[4];
            int count = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false);
            bool isTiff = count == 4
                && (head.SequenceEqual("II*\0"u8) || head.SequenceEqual("MM\0*"u8)
                    || head.SequenceEqual("II+\0"u8) || head.SequenceEqual("MM\0+"u8)); // "+": BigTIFF
            return isTiff
                ? stream.Length
                : throw new TiffException(
                    TiffProblem.NotTiff,
                    $"{where} is not a TIFF: expected it to begin with \"II\" or \"MM\" and the number 42 or 43, "
                    + (stream.Length == 0 ? "but the file is empty; replace it." : "but it begins otherwise; replace it or take it out of the folder."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TiffException(TiffProblem.Missing, $"{where} cannot be opened ({error.Message}); check that it is there and readable.");
        }
    }

    private static TiffException Damaged(string where) => new(
        TiffProblem.Damaged,
        $"{where} is damaged or cut off ({LibTiffErrors.First ?? "its data ends too early"}); replace the file.");
}
