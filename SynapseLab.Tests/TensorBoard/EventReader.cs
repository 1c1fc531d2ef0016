using System.Text;

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

/// <summary>Fields of a protobuf message by number: ulong for numbers, byte[] for all that has a length.</summary>
internal sealed class ProtoFields
{
    private readonly List<(int Number, object Value)> _fields = [];

    internal static ProtoFields Parse(byte[] message)
    {
        var fields = new ProtoFields();
        int at = 0;
        while (at < message.Length)
        {
            ulong key = Varint(message, ref at);
            object value = (key & 7) switch
            {
                0 => Varint(message, ref at),
                1 => BitConverter.ToUInt64(message, (at += 8) - 8),
                2 => Slice(message, ref at),
                5 => (ulong)BitConverter.ToUInt32(message, (at += 4) - 4),
                _ => throw new InvalidDataException($"wire type {key & 7}"),
            };
            fields._fields.Add(((int)(key >> 3), value));
        }

        return fields;
    }

    internal bool Has(int number) => _fields.Any(field => field.Number == number);

    internal long Whole(int number) => (long)(ulong)One(number);

    internal double Double(int number) => BitConverter.UInt64BitsToDouble((ulong)One(number));

    internal float Single(int number) => BitConverter.UInt32BitsToSingle((uint)(ulong)One(number));

    internal byte[] Bytes(int number) => (byte[])One(number);

    internal string Text(int number) => Encoding.UTF8.GetString(Bytes(number));

    internal ProtoFields Message(int number) => Parse(Bytes(number));

    internal IReadOnlyList<ProtoFields> Messages(int number) =>
        [.. _fields.Where(field => field.Number == number).Select(field => Parse((byte[])field.Value))];

    private object One(int number) => _fields.Single(field => field.Number == number).Value;

    private static byte[] Slice(byte[] message, ref int at)
    {
        int length = (int)Varint(message, ref at);
        at += length;
        return message[(at - length)..at];
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        int shift = 0;
        do
        {
            value |= (ulong)(message[at] & 0x7F) << shift;
            shift += 7;
        }
        while (message[at++] >= 0x80);
        return value;
    }
}
