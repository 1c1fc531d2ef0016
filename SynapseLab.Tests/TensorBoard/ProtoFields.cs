using System.Text;

namespace SynapseLab.Tests.TensorBoard;

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
