namespace SynapseLab.Engine.Data;

/// <summary>Reads stacks of TIFF slices.</summary>
public static class TiffStack
{
    /// <summary>Size of a stack.</summary>
    public static Shape3 ReadShape(string path) => throw new NotImplementedException();

    /// <summary>Reads slices zStart … zStart + zCount of a stack.</summary>
    public static Volume<T> Read<T>(string path, int zStart = 0, int zCount = -1, CancellationToken ct = default)
        where T : unmanaged => throw new NotImplementedException();

    /// <summary>Bits per sample of the first slice.</summary>
    public static int BitsPerSample(string path) => throw new NotImplementedException();
}
