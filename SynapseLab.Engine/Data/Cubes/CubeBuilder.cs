namespace SynapseLab.Engine.Data.Cubes;

/// <summary>
/// Cuts the cube [c − s/2, c + s/2) out of a synapse's surroundings (domain §3). Voxels outside the volume keep their place
/// in the cube and are 0 (in a raw-masked channel grey, like all that lies outside the kept structures), so that the cleft
/// stays in the centre.
/// </summary>
internal static class CubeBuilder
{
    /// <summary>Builds one cube.</summary>
    /// <param name="surroundings">Must hold the cube's window and its raw voxels as far as the volume reaches.</param>
    /// <param name="center">Cleft centre c.</param>
    /// <param name="size">Edge s, even.</param>
    /// <param name="presynapticSide">1 or 2.</param>
    /// <param name="recipe">Channels.</param>
    /// <param name="rawBits">Bits per sample of the source: 8 stores 0 … 255, more stores 0 … 65535.</param>
    internal static Cube Build(
        SynapseSurroundings surroundings, Voxel center, int size, int presynapticSide, ChannelRecipe recipe, int rawBits)
    {
        Block<uint> raw = surroundings.Raw ?? throw new ArgumentException("Expected surroundings with raw voxels.", nameof(surroundings));
        (Voxel origin, Shape3 shape) = Block<uint>.Clamp(OuterShape(raw), center, size / 2);
        int cubeVoxels = size * size * size;
        var stored = new ushort[recipe.Channels.Count * cubeVoxels];
        RawScale rawScale = RawScale.Of(raw, origin, shape, rawBits, recipe.Channels.Contains(CubeChannel.RawMasked));
        if (recipe.Channels[0] == CubeChannel.RawMasked)
        {
            Array.Fill(stored, rawScale.Grey);
        }

        (uint pre, uint post) = presynapticSide == 1
            ? (surroundings.Segment1, surroundings.Segment2)
            : (surroundings.Segment2, surroundings.Segment1);
        var flags = new byte[shape.X];
        for (int z = origin.Z; z < origin.Z + shape.Z; z++)
        {
            for (int y = origin.Y; y < origin.Y + shape.Y; y++)
            {
                ReadOnlySpan<uint> segments = RowPart(surroundings.Segments, z, y, origin.X, shape.X);
                SynapseFlags.Compose(RowPart(surroundings.Structures, z, y, origin.X, shape.X), segments, pre, post, flags);
                ReadOnlySpan<uint> rawRow = RowPart(raw, z, y, origin.X, shape.X);
                int at = ((((z - center.Z + (size / 2)) * size) + (y - center.Y + (size / 2))) * size) + (origin.X - center.X + (size / 2));
                for (int channel = 0; channel < recipe.Channels.Count; channel++)
                {
                    Span<ushort> row = stored.AsSpan((channel * cubeVoxels) + at, shape.X);
                    Fill(row, recipe.Channels[channel], recipe.Keep, rawRow, segments, flags, rawScale);
                }
            }
        }

        float[] scale = [.. recipe.Channels.Select(c => c is CubeChannel.Raw or CubeChannel.RawMasked ? rawScale.Factor : 1f)];
        return new Cube(size, stored, scale, shape.Count < cubeVoxels);
    }

    private static void Fill(
        Span<ushort> row, CubeChannel channel, Structures keep, ReadOnlySpan<uint> raw, ReadOnlySpan<uint> segments, ReadOnlySpan<byte> flags, RawScale rawScale)
    {
        byte wanted = (byte)(channel switch
        {
            CubeChannel.Presynaptic => Structures.Presynaptic,
            CubeChannel.Cleft => Structures.Cleft,
            CubeChannel.Vesicle => Structures.Vesicle,
            _ => keep,
        });
        for (int x = 0; x < row.Length; x++)
        {
            bool inside = (flags[x] & wanted) != 0;
            row[x] = channel switch
            {
                CubeChannel.Raw => rawScale.Store(raw[x]),
                CubeChannel.RawMasked => inside ? rawScale.Store(raw[x]) : rawScale.Grey,
                CubeChannel.Segmentation => segments[x] != 0 ? (ushort)1 : (ushort)0,
                _ => inside ? (ushort)1 : (ushort)0,
            };
        }
    }

    // The surroundings were cut to the volume already; seen from the cube, their end is the volume's end.
    private static Shape3 OuterShape(Block<uint> block) => new(
        block.Origin.Z + block.Volume.Shape.Z, block.Origin.Y + block.Volume.Shape.Y, block.Origin.X + block.Volume.Shape.X);

    private static ReadOnlySpan<T> RowPart<T>(Block<T> block, int z, int y, int x, int length)
        where T : unmanaged => block.Row(z, y).Slice(x - block.Origin.X, length);
}
