namespace SynapseLab.Engine.Data.Tiff;

/// <summary>Field numbers of the TIFF 6.0 specification that are read or written here.</summary>
internal static class TiffTag
{
    internal const uint ImageWidth = 256;
    internal const uint ImageLength = 257;
    internal const uint BitsPerSample = 258;
    internal const uint Compression = 259;
    internal const uint Photometric = 262;
    internal const uint SamplesPerPixel = 277;
    internal const uint RowsPerStrip = 278;
    internal const uint PlanarConfiguration = 284;
    internal const uint TileWidth = 322;
    internal const uint TileLength = 323;
    internal const uint SampleFormat = 339;
}
