using System.Buffers;
using SynapseLab.Engine.Data.Tiff;

namespace SynapseLab.Engine.Data;

/// <summary>What the volumes hold around one synapse; valid until the next is read.</summary>
/// <param name="Structures">Vesicle, cleft and mitochondria flags in the window.</param>
/// <param name="Segments">Segment ids in the same window.</param>
/// <param name="Raw">Raw voxels, perhaps in a smaller window; null when not asked for.</param>
/// <param name="Segment1">Segment id at side 1; 0 is background.</param>
/// <param name="Segment2">Segment id at side 2.</param>
internal sealed record SynapseSurroundings(Block<byte> Structures, Block<uint> Segments, Block<uint>? Raw, uint Segment1, uint Segment2);

/// <summary>The three stacks of one bounding box, read around synapses. Not thread-safe.</summary>
internal sealed class BoundingBoxVolumes
{
    private readonly SlidingStack<uint> _raw;
    private readonly SlidingStack<uint> _segments;
    private readonly SlidingStack<byte> _structures;

    private BoundingBoxVolumes(TiffSlices raw, TiffSlices segments, TiffSlices mask, StructureMap map)
    {
        Shape = raw.Shape;
        RawBits = raw.BitsPerSample;
        SegmentationBits = segments.BitsPerSample;
        MaskBits = mask.BitsPerSample;
        _raw = new SlidingStack<uint>(Shape, (z, slice) => raw.Read<uint>(z, TiffColor.Grey, slice));
        _segments = new SlidingStack<uint>(Shape, (z, slice) => segments.Read<uint>(z, TiffColor.FirstSample, slice));
        _structures = new SlidingStack<byte>(Shape, (z, slice) => ReadStructures(mask, map, z, slice));
    }

    /// <summary>Size of all three stacks.</summary>
    internal Shape3 Shape { get; }

    internal int RawBits { get; }

    internal int SegmentationBits { get; }

    internal int MaskBits { get; }

    /// <summary>Opens the stacks.</summary>
    /// <param name="source">Where they lie.</param>
    /// <param name="codes">What the mask's codes mean.</param>
    /// <param name="checkEverySlice">Read every slice's header now; otherwise a slice is checked when it is read.</param>
    /// <exception cref="EngineException">A part is missing or unreadable, or the stacks differ in size; says which and how.</exception>
    internal static BoundingBoxVolumes Open(BoundingBoxSource source, StructureCodes codes, bool checkEverySlice = true)
    {
        if (source.MissingParts().Count > 0)
        {
            throw new EngineException(DatasetSource.Incomplete(source).Message + ".");
        }

        TiffSlices raw = OpenStack(source.RawPath, checkEverySlice);
        TiffSlices segments = OpenStack(source.SegmentationPath, checkEverySlice);
        TiffSlices mask = OpenStack(source.MaskPath, checkEverySlice);
        RequireEqual(raw, segments, source.SegmentationPath);
        RequireEqual(raw, mask, source.MaskPath);
        return new BoundingBoxVolumes(raw, segments, mask, new StructureMap(codes));

        void RequireEqual(TiffSlices expected, TiffSlices found, string path)
        {
            if (expected.Shape != found.Shape)
            {
                throw new EngineException(
                    $"{source.Name}: the raw stack is {expected.Shape} voxels (z × y × x), but {path} is {found.Shape}; the three stacks of a bounding box must agree.");
            }
        }
    }

    /// <summary>Reads the window centre ± <paramref name="half"/>, and raw centre ± <paramref name="rawHalf"/>, cut to the volume.</summary>
    /// <param name="center">Centre of the window.</param>
    /// <param name="side1">Point in the first partner, inside the volume.</param>
    /// <param name="side2">Point in the second partner, inside the volume.</param>
    /// <param name="half">Half edge of the window in voxels.</param>
    /// <param name="rawHalf">Half edge of the raw window; 0 reads no raw.</param>
    /// <param name="cancellationToken">Stops between slices.</param>
    internal SynapseSurroundings Read(Voxel center, Voxel side1, Voxel side2, int half, int rawHalf, CancellationToken cancellationToken)
    {
        (Voxel origin, Shape3 shape) = Block<byte>.Clamp(Shape, center, half);
        (Voxel rawOrigin, Shape3 rawShape) = Block<uint>.Clamp(Shape, center, rawHalf);
        return new SynapseSurroundings(
            _structures.Read(origin, shape, cancellationToken),
            _segments.Read(origin, shape, cancellationToken),
            rawHalf == 0 ? null : _raw.Read(rawOrigin, rawShape, cancellationToken),
            SegmentAt(side1),
            SegmentAt(side2));

        uint SegmentAt(Voxel side) => Shape.Contains(side) ? _segments.ReadVoxel(side) : 0;
    }

    /// <summary>Reads whole slices of raw; valid until the next are read.</summary>
    internal Volume<uint> ReadRaw(int z, int count, CancellationToken cancellationToken) =>
        _raw.Read(new Voxel(z, 0, 0), Shape with { Z = count }, cancellationToken).Volume;

    /// <summary>Reads whole slices of segment ids; valid until the next are read.</summary>
    internal Volume<uint> ReadSegments(int z, int count, CancellationToken cancellationToken) =>
        _segments.Read(new Voxel(z, 0, 0), Shape with { Z = count }, cancellationToken).Volume;

    /// <summary>Reads whole slices of structure flags; valid until the next are read.</summary>
    internal Volume<byte> ReadStructures(int z, int count, CancellationToken cancellationToken) =>
        _structures.Read(new Voxel(z, 0, 0), Shape with { Z = count }, cancellationToken).Volume;

    private static TiffSlices OpenStack(string path, bool checkEverySlice)
    {
        TiffSlices slices = TiffSlices.Open(path);
        if (checkEverySlice)
        {
            slices.RequireEqualSizes();
        }

        return slices;
    }

    private static void ReadStructures(TiffSlices mask, StructureMap map, int z, byte[] flags)
    {
        uint[] codes = ArrayPool<uint>.Shared.Rent(flags.Length);
        try
        {
            mask.Read(z, TiffColor.FirstSample, codes.AsSpan(0, flags.Length));
            map.Apply(codes.AsSpan(0, flags.Length), flags);
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(codes);
        }
    }
}
