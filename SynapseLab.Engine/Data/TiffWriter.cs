namespace SynapseLab.Engine.Data;

/// <summary>Writes TIFF slices.</summary>
public static class TiffWriter
{
    /// <summary>Writes one grey slice.</summary>
    public static void WriteSlice(
        string file, ReadOnlySpan<byte> voxels, int width, int height, int bitsPerSample, TiffCompression compression) =>
        throw new NotImplementedException();
}
