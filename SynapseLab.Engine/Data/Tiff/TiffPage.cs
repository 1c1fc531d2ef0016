namespace SynapseLab.Engine.Data.Tiff;

/// <summary>How the pixels of one TIFF page are laid out; only what <see cref="TiffPageReader"/> can decode gets here.</summary>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Rows.</param>
/// <param name="BitsPerSample">8, 16 or 32, unsigned.</param>
/// <param name="SamplesPerPixel">1 grey, 2 grey + alpha, 3 RGB, 4 RGBA …</param>
/// <param name="IsRgb">Whether the first three samples are red, green, blue.</param>
/// <param name="IsPlanar">Whether each sample has its own plane (PlanarConfiguration 2).</param>
/// <param name="BlockWidth">Width of a tile; of the image when it has strips.</param>
/// <param name="BlockHeight">Rows of a tile or strip.</param>
/// <param name="IsTiled">Tiles or strips.</param>
internal sealed record TiffPage(
    int Width,
    int Height,
    int BitsPerSample,
    int SamplesPerPixel,
    bool IsRgb,
    bool IsPlanar,
    int BlockWidth,
    int BlockHeight,
    bool IsTiled)
{
    /// <summary>Bytes of one sample.</summary>
    internal int BytesPerSample => BitsPerSample / 8;

    /// <summary>Samples that lie side by side in one plane: all of them, or 1 when each has its own plane.</summary>
    internal int SamplesPerPlanePixel => IsPlanar ? 1 : SamplesPerPixel;

    /// <summary>Bytes of one row of one plane.</summary>
    internal int RowBytes => Width * SamplesPerPlanePixel * BytesPerSample;

    /// <summary>Bytes of one block, border blocks of tiles included in full.</summary>
    internal long BlockBytes => (long)BlockWidth * BlockHeight * SamplesPerPlanePixel * BytesPerSample;
}
