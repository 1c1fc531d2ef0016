using System.Security.Cryptography;
using System.Text;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data.BoundingBoxes;

/// <summary>
/// Writes one bounding box as a volume of three channels (domain §4): raw z-scored over the volume, the presynaptic segments of all
/// synapses of its table, the cleft. Slab by slab: memory follows the chunk and the polarity's window, not the volume.
/// </summary>
/// <param name="volumes">The stacks.</param>
/// <param name="cubes">Header of the box's file of cubes, made with the channels of <see cref="VolumeFile.Channels"/>.</param>
/// <param name="path">The file.</param>
internal sealed class VolumePreparation(BoundingBoxVolumes volumes, CubeFileHeader cubes, string path)
{
    private readonly CubeFileHeader _header = HeaderOf(cubes);

    /// <summary>Slices that are read: each once for the statistics, once to be written.</summary>
    internal int SliceReads => 2 * volumes.Shape.Z;

    /// <summary>Header of a volume, from that of the box's cubes.</summary>
    internal static CubeFileHeader HeaderOf(CubeFileHeader cubes) => cubes with { SourceFingerprint = Fingerprint(cubes.SourceFingerprint) };

    /// <summary>Writes the file unless it is there and fresh; true when it was.</summary>
    /// <param name="presynapticSegments">Decides the sides; called only when the file is written.</param>
    /// <param name="report">Gets slices read so far, of <see cref="SliceReads"/>.</param>
    /// <param name="cancellationToken">Stops between slices; nothing half-written stays.</param>
    internal bool Prepare(Func<HashSet<uint>> presynapticSegments, Action<int> report, CancellationToken cancellationToken)
    {
        if (IsFresh())
        {
            return true;
        }

        HashSet<uint> segments = presynapticSegments();
        RawStorage raw = RawStorage.Of(Measure(report, cancellationToken), volumes.RawBits);
        bool asBytes = volumes.RawBits == 8;
        WholeFile.Write(path, VolumeFile.MostBytes(volumes.Shape, volumes.RawBits), partial =>
        {
            using var writer = new VolumeFileWriter(partial, _header, volumes.Shape, raw, asBytes);
            Write(writer, raw, segments, report, cancellationToken);
            writer.Close();
        });
        return false;
    }

    /// <summary>Whether the file is there, whole, and of these sources and options.</summary>
    internal bool IsFresh()
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using VolumeFileReader file = VolumeFileReader.Open(path);
            return file.Header.SourceFingerprint == _header.SourceFingerprint;
        }
        catch (EngineException)
        {
            return false; // damaged, or of another version: built again
        }
    }

    private RawStatistics Measure(Action<int> report, CancellationToken cancellationToken)
    {
        var raw = new RawStatistics();
        foreach ((int z, int count) in Slabs())
        {
            raw.Add(volumes.ReadRaw(z, count, cancellationToken).Voxels);
            report(z + count);
        }

        return raw;
    }

    private void Write(VolumeFileWriter writer, RawStorage raw, HashSet<uint> segments, Action<int> report, CancellationToken cancellationToken)
    {
        foreach ((int z, int count) in Slabs())
        {
            uint[] grey = volumes.ReadRaw(z, count, cancellationToken).Voxels;
            uint[] ids = volumes.ReadSegments(z, count, cancellationToken).Voxels;
            byte[] flags = volumes.ReadStructures(z, count, cancellationToken).Voxels;
            writer.Write(0, z, Array.ConvertAll(grey, raw.Store));
            writer.Write(1, z, Array.ConvertAll(ids, id => segments.Contains(id) ? (ushort)1 : (ushort)0));
            writer.Write(2, z, Array.ConvertAll(flags, flag => (flag & (byte)Structures.Cleft) != 0 ? (ushort)1 : (ushort)0));
            report(volumes.Shape.Z + z + count);
        }
    }

    private IEnumerable<(int Z, int Count)> Slabs()
    {
        for (int z = 0; z < volumes.Shape.Z; z += VolumeFile.ChunkEdge)
        {
            yield return (z, Math.Min(VolumeFile.ChunkEdge, volumes.Shape.Z - z));
        }
    }

    private static string Fingerprint(string cubes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"volume {VolumeFile.Version} {cubes}")));
}
