namespace SynapseLab.Engine.Data.BoundingBoxes;

/// <summary>Names and layout of a file <c>bboxN.h5</c>.</summary>
internal static class VolumeFile
{
    /// <summary>The one dataset, (3, Z, Y, X).</summary>
    internal const string Dataset = "volume";

    /// <summary>Its channels as a recipe of cubes.</summary>
    internal const string Channels = "raw+pre+cleft";

    internal const int ChannelCount = 3;

    /// <summary>Version of the layout, part of the fingerprint.</summary>
    internal const int Version = 1;

    /// <summary>Edge of a chunk in voxels: 16³ bytes are one page of memory and disk. A random cube of 80³ then touches at most 6³ chunks a channel, 1.7 times its own bytes.</summary>
    internal const int ChunkEdge = 16;

    /// <summary>Ending of every file of volumes; one of cubes has more before it.</summary>
    internal const string FileSuffix = ".h5";

    /// <summary>The file of a bounding box.</summary>
    internal static string PathIn(string folder, string boundingBox) => Path.Combine(folder, boundingBox + FileSuffix);

    /// <summary>All files of volumes in a folder, in natural order.</summary>
    internal static IReadOnlyList<string> Find(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.GetFiles(folder, "*" + FileSuffix)
            .Where(path => !path.EndsWith(Cubes.CubeFileHeader.FileSuffix, StringComparison.Ordinal))
            .OrderBy(path => Path.GetFileName(path), NaturalOrder.Instance),
    ];

    /// <summary>Most bytes a file of a volume takes: whole chunks, and what HDF5 notes about each.</summary>
    /// <param name="shape">Of the volume.</param>
    /// <param name="rawBits">Bits per sample of raw: 8 are stored as bytes, others as 16-bit integers.</param>
    internal static long MostBytes(Shape3 shape, int rawBits)
    {
        const long Attributes = 1 << 16;
        const long IndexEntry = 128;
        ulong[] chunk = Chunk(shape);
        long chunks = ChannelCount * Along(shape.Z, chunk[1]) * Along(shape.Y, chunk[2]) * Along(shape.X, chunk[3]);
        return Attributes + (chunks * (IndexEntry + ((long)(chunk[1] * chunk[2] * chunk[3]) * (rawBits == 8 ? 1 : 2))));

        static long Along(int edge, ulong step) => (edge + (long)step - 1) / (long)step;
    }

    /// <summary>Chunk of a volume: 16³ voxels of one channel, less where an axis is shorter.</summary>
    internal static ulong[] Chunk(Shape3 shape) =>
        [1, (ulong)Math.Min(ChunkEdge, shape.Z), (ulong)Math.Min(ChunkEdge, shape.Y), (ulong)Math.Min(ChunkEdge, shape.X)];
}
