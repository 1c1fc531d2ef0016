using SynapseLab.Engine.Data.Hdf5;

namespace SynapseLab.Engine.Data.Cubes;

/// <summary>What a file says about one cube: the attributes of its dataset (domain §3), the table's row for the order, and the type where the table has one.</summary>
/// <param name="Entry">What the rest of the Engine knows about it.</param>
/// <param name="Row">Row of the Excel sheet, 1-based.</param>
/// <param name="Overlap1">Vesicle cloud voxels in side 1's segment.</param>
/// <param name="Overlap2">Vesicle cloud voxels in side 2's segment.</param>
/// <param name="Scale">Value of one stored step, per channel.</param>
internal sealed record CubeRecord(CubeEntry Entry, int Row, long Overlap1, long Overlap2, float[] Scale)
{
    private const string ChecksumName = "crc32c";

    private static readonly string[] s_states = ["clear", "ambiguous", "manual"]; // by PolarityState

    /// <summary>Of the stored voxels (<see cref="StoredChecksum"/>); null in files from before there was one.</summary>
    internal long? Checksum { get; init; }

    internal void Write(Hdf5Object dataset, string path)
    {
        Hdf5Attributes.Write(dataset, path, "center_zyx", (ReadOnlySpan<long>)[Entry.Center.Z, Entry.Center.Y, Entry.Center.X]);
        Hdf5Attributes.Write(dataset, path, "side", Entry.Side);
        Hdf5Attributes.Write(dataset, path, "overlap_1", Overlap1);
        Hdf5Attributes.Write(dataset, path, "overlap_2", Overlap2);
        Hdf5Attributes.Write(dataset, path, "polarity", s_states[(int)Entry.Polarity]);
        Hdf5Attributes.Write(dataset, path, "padded", Entry.Padded ? 1 : 0);
        Hdf5Attributes.Write(dataset, path, "row", Row);
        Hdf5Attributes.Write(dataset, path, "scale", (ReadOnlySpan<float>)Scale);
        if (Checksum is { } checksum)
        {
            Hdf5Attributes.Write(dataset, path, ChecksumName, checksum);
        }

        if (Entry.Type is { } type)
        {
            Hdf5Attributes.Write(dataset, path, "type", type);
        }
    }

    internal static CubeRecord Read(Hdf5Object dataset, string path, string boundingBox, string id, int channelCount)
    {
        long[] center = Hdf5Attributes.ReadLongs(dataset, path, "center_zyx", 3);
        int state = Array.IndexOf(s_states, Hdf5Attributes.ReadString(dataset, path, "polarity"));
        var entry = new CubeEntry(
            boundingBox,
            id,
            new Voxel((int)center[0], (int)center[1], (int)center[2]),
            (int)Hdf5Attributes.ReadLong(dataset, path, "side"),
            state < 0 ? PolarityState.Ambiguous : (PolarityState)state,
            Hdf5Attributes.ReadLong(dataset, path, "padded") != 0)
        {
            Type = Hdf5Attributes.Exists(dataset, path, "type") ? Hdf5Attributes.ReadString(dataset, path, "type") : null,
        };
        return new CubeRecord(
            entry,
            (int)Hdf5Attributes.ReadLong(dataset, path, "row"),
            Hdf5Attributes.ReadLong(dataset, path, "overlap_1"),
            Hdf5Attributes.ReadLong(dataset, path, "overlap_2"),
            Hdf5Attributes.ReadFloats(dataset, path, "scale", channelCount))
        {
            Checksum = Hdf5Attributes.Exists(dataset, path, ChecksumName) ? Hdf5Attributes.ReadLong(dataset, path, ChecksumName) : null,
        };
    }
}
