using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data;

/// <summary>The surroundings c ± half of one synapse, for the viewer; 0 where it reaches over the border of the volume.</summary>
/// <param name="Origin">Place of the first voxel in the volume; may be negative.</param>
/// <param name="Shape">Always 2·half on each axis.</param>
/// <param name="Raw">Grey values [Z, Y, X]; deeper sources than 8 bit are scaled by the window's min … max.</param>
/// <param name="Structures">Bit flags per voxel, see <see cref="Data.Structures"/>.</param>
/// <param name="Segments">Local segment ids in order of appearance, 0 = background.</param>
public sealed record SynapseWindow(Voxel Origin, Shape3 Shape, byte[] Raw, byte[] Structures, ushort[] Segments)
{
    /// <summary>Reads a window; only the slices it needs are decoded.</summary>
    /// <param name="source">The bounding box.</param>
    /// <param name="settings">Its structure codes.</param>
    /// <param name="center">Cleft centre c.</param>
    /// <param name="side1">Point in the first partner; outside the volume it marks nothing.</param>
    /// <param name="side2">Point in the second partner.</param>
    /// <param name="presynapticSide">1 or 2.</param>
    /// <param name="halfSize">Half edge in voxels, 1 … 256.</param>
    /// <param name="cancellationToken">Stops between slices.</param>
    /// <exception cref="EngineException">A stack is missing or unreadable.</exception>
    public static SynapseWindow Read(
        BoundingBoxSource source,
        BoundingBoxSettings settings,
        Voxel center,
        Voxel side1,
        Voxel side2,
        int presynapticSide,
        int halfSize,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(halfSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(halfSize, 256);
        BoundingBoxVolumes volumes = BoundingBoxVolumes.Open(source, settings.Codes, checkEverySlice: false);
        SynapseSurroundings found = volumes.Read(center, side1, side2, halfSize, halfSize, cancellationToken);
        int edge = 2 * halfSize;
        var window = new SynapseWindow(
            new Voxel(center.Z - halfSize, center.Y - halfSize, center.X - halfSize),
            new Shape3(edge, edge, edge),
            new byte[edge * edge * edge],
            new byte[edge * edge * edge],
            new ushort[edge * edge * edge]);
        window.Fill(found, volumes.RawBits, presynapticSide);
        return window;
    }

    private void Fill(SynapseSurroundings found, int rawBits, int presynapticSide)
    {
        (Voxel start, Shape3 part) = (found.Segments.Origin, found.Segments.Volume.Shape);
        (uint pre, uint post) = presynapticSide == 1 ? (found.Segment1, found.Segment2) : (found.Segment2, found.Segment1);
        (uint minimum, double factor) = Contrast(found.Raw!, rawBits);
        var localIds = new Dictionary<uint, ushort> { [0] = 0 };
        for (int z = start.Z; z < start.Z + part.Z; z++)
        {
            for (int y = start.Y; y < start.Y + part.Y; y++)
            {
                int at = ((((z - Origin.Z) * Shape.Y) + (y - Origin.Y)) * Shape.X) + (start.X - Origin.X);
                ReadOnlySpan<uint> segments = found.Segments.Row(z, y);
                SynapseFlags.Compose(found.Structures.Row(z, y), segments, pre, post, Structures.AsSpan(at, part.X));
                ReadOnlySpan<uint> raw = found.Raw!.Row(z, y);
                for (int x = 0; x < part.X; x++)
                {
                    Raw[at + x] = (byte)Math.Round((raw[x] - minimum) * factor);
                    Segments[at + x] = LocalId(localIds, segments[x]);
                }
            }
        }
    }

    // More than 65,535 segments in one window is noise, not a segmentation; the rest shares the last number.
    private static ushort LocalId(Dictionary<uint, ushort> localIds, uint segment)
    {
        if (!localIds.TryGetValue(segment, out ushort id))
        {
            id = (ushort)Math.Min(localIds.Count, ushort.MaxValue);
            localIds.Add(segment, id);
        }

        return id;
    }

    private static (uint Minimum, double Factor) Contrast(Block<uint> raw, int rawBits)
    {
        if (rawBits == 8 || raw.Volume.Voxels.Length == 0)
        {
            return (0, 1);
        }

        (uint minimum, uint maximum) = RawScale.Range(raw, raw.Origin, raw.Volume.Shape);
        return (minimum, maximum == minimum ? 0 : byte.MaxValue / (double)(maximum - minimum));
    }
}
