using System.Buffers.Binary;
using System.Text;

namespace SynapseLab.Engine.TensorBoard;

/// <summary>
/// A protobuf message under construction (https://protobuf.dev/programming-guides/encoding). Written by hand because
/// Google.Protobuf wants C# generated from .proto files: a compiler in the build, or thousands of generated lines, for a dozen
/// messages that only grow at their ends. Numbers of fields stand where they are used, next to the name of their .proto file.
/// </summary>
internal sealed class ProtoMessage
{
    private const int VarintType = 0;
    private const int EightByteType = 1;
    private const int LengthType = 2;
    private const int FourByteType = 5;

    private readonly List<byte> _bytes = [];

    /// <summary>The message.</summary>
    internal byte[] ToArray() => [.. _bytes];

    /// <summary>int32, int64, bool or enum; negative numbers take ten bytes.</summary>
    internal ProtoMessage Whole(int field, long value)
    {
        Key(field, VarintType);
        Varint((ulong)value);
        return this;
    }

    /// <summary>double.</summary>
    internal ProtoMessage Double(int field, double value)
    {
        Key(field, EightByteType);
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>float.</summary>
    internal ProtoMessage Single(int field, float value)
    {
        Key(field, FourByteType);
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>string.</summary>
    internal ProtoMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>A message inside this one.</summary>
    internal ProtoMessage Message(int field, ProtoMessage value) => Bytes(field, value.ToArray());

    /// <summary>bytes.</summary>
    internal ProtoMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        Key(field, LengthType);
        Varint((ulong)value.Length);
        _bytes.AddRange(value);
        return this;
    }

    private void Key(int field, int wireType) => Varint((ulong)((field << 3) | wireType));

    // Seven bits a byte, lowest first; the eighth says that more follow.
    private void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            _bytes.Add((byte)(value | 0x80));
            value >>= 7;
        }

        _bytes.Add((byte)value);
    }
}
