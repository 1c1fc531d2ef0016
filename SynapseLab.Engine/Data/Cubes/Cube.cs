namespace SynapseLab.Engine.Data.Cubes;

/// <summary>One cube as stored: integers whose product with the channel's scale is the value in [0, 1].</summary>
/// <param name="Size">Edge s in voxels.</param>
/// <param name="Stored">C·s·s·s integers, C, Z, Y, X.</param>
/// <param name="Scale">One factor per channel.</param>
/// <param name="Padded">Whether a part lies outside the volume.</param>
internal sealed record Cube(int Size, ushort[] Stored, float[] Scale, bool Padded);
