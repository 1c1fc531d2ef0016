namespace SynapseLab.Tests.TensorBoard;

/// <summary>One event as a reader sees it; <see cref="Values"/> are the messages of Summary.Value.</summary>
internal sealed record ReadEvent(double WallTime, long Step, string? FileVersion, long? SessionStatus, IReadOnlyList<ProtoFields> Values)
{
    /// <summary>Tags of the values.</summary>
    internal IEnumerable<string> Tags => Values.Select(value => value.Text(1));
}

/// <summary>Reads event files with code of its own: naive CRC, naive protobuf. Stops at a torn record, as TensorBoard does; a wrong check is a failure.</summary>
internal static class EventReader
{
    internal static IReadOnlyList<ReadEvent> Read(string path) => [.. Records(File.ReadAllBytes(path)).Select(Event)];

    /// <summary>A bit at a time; the definition.</summary>
    internal static uint NaiveCrc32C(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~0u;
        foreach (byte value in bytes)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                bool carry = ((crc ^ ((uint)value >> bit)) & 1) == 1;
                crc = carry ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static List<byte[]> Records(byte[] file)
    {
        var records = new List<byte[]>();
        for (int at = 0; at + 12 <= file.Length;)
        {
            int length = (int)BitConverter.ToUInt64(file, at);
            RequireCheck(file.AsSpan(at, 8), BitConverter.ToUInt32(file, at + 8));
            if (at + 16 + length > file.Length)
            {
                break;
            }

            RequireCheck(file.AsSpan(at + 12, length), BitConverter.ToUInt32(file, at + 12 + length));
            records.Add(file[(at + 12)..(at + 12 + length)]);
            at += 16 + length;
        }

        return records;
    }

    private static void RequireCheck(ReadOnlySpan<byte> bytes, uint masked)
    {
        uint rotated = masked - 0xA282EAD8;
        Assert.Equal(NaiveCrc32C(bytes), (rotated >> 17) | (rotated << 15));
    }

    private static ReadEvent Event(byte[] record)
    {
        var fields = ProtoFields.Parse(record);
        return new(
            fields.Double(1),
            fields.Has(2) ? fields.Whole(2) : 0,
            fields.Has(3) ? fields.Text(3) : null,
            fields.Has(7) ? fields.Message(7).Whole(1) : null,
            fields.Has(5) ? fields.Message(5).Messages(1) : []);
    }
}
