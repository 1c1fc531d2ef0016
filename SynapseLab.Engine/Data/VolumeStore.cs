using SynapseLab.Engine.Data.BoundingBoxes;

namespace SynapseLab.Engine.Data;

/// <summary>
/// The bounding boxes of a dataset as volumes of three channels, raw, presynaptic and cleft mask: every <c>bboxN.h5</c> of a folder
/// (domain §4). Reads are thread-safe. Files stay open until <see cref="Dispose"/>.
/// </summary>
public sealed class VolumeStore : IDisposable
{
    private readonly IReadOnlyList<VolumeFileReader> _files;

    private VolumeStore(IReadOnlyList<VolumeFileReader> files)
    {
        _files = files;
        Boxes = [.. files.Select(file => (file.Header.BoundingBox, file.Shape))];
        Fingerprint = StoreFiles.Fingerprint(files.Select(file => file.Header));
    }

    /// <summary>Channels of a volume as a recipe of cubes.</summary>
    public static string Channels => VolumeFile.Channels;

    /// <summary>Number of channels.</summary>
    public static int ChannelCount => VolumeFile.ChannelCount;

    /// <summary>Name and size in voxels of each bounding box, in natural order.</summary>
    public IReadOnlyList<(string Name, Shape3 Shape)> Boxes { get; }

    /// <summary>64 hexadecimal digits; changes when a file's source fingerprint does, or a file comes or goes.</summary>
    public string Fingerprint { get; }

    /// <summary>Most bytes that the file of a bounding box will take.</summary>
    /// <param name="shape">Its size in voxels.</param>
    /// <param name="rawBits">Bits per sample of raw.</param>
    public static long MostBytes(Shape3 shape, int rawBits) => VolumeFile.MostBytes(shape, rawBits);

    /// <summary>Opens a folder of volumes.</summary>
    /// <exception cref="EngineException">No volume is there, or one is damaged.</exception>
    public static VolumeStore Open(string preprocDir)
    {
        IReadOnlyList<string> paths = VolumeFile.Find(preprocDir);
        if (paths.Count == 0)
        {
            throw new EngineException($"{preprocDir} holds no volumes (bboxN.h5); run preprocess with --volumes first.");
        }

        return new VolumeStore(StoreFiles.OpenAll(paths, VolumeFileReader.Open, "volumes"));
    }

    /// <summary>Reads one cube: raw z-scored over its volume, masks 0 or 1.</summary>
    /// <param name="box">0-based place in <see cref="Boxes"/>.</param>
    /// <param name="corner">First voxel.</param>
    /// <param name="size">Edge s; the cube must lie inside the volume.</param>
    /// <param name="destination">Exactly 3·s³ floats, C, Z, Y, X.</param>
    /// <exception cref="EngineException">The file cannot be read.</exception>
    public void Read(int box, Voxel corner, int size, Span<float> destination)
    {
        Shape3 shape = Boxes[box].Shape;
        if (size < 1 || !shape.Contains(corner) || !shape.Contains(new Voxel(corner.Z + size - 1, corner.Y + size - 1, corner.X + size - 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(corner), $"Expected a cube of {size}³ inside {shape}, got one at {corner}.");
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Length, ChannelCount * size * size * size, nameof(destination));
        _files[box].Read(corner, size, destination);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (VolumeFileReader file in _files)
        {
            file.Dispose();
        }
    }
}
