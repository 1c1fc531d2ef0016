using System.Buffers.Binary;

namespace SynapseLab.Engine.TensorBoard;

/// <summary>
/// One record of a TFRecord file (tensorflow/core/lib/io/record_writer.h): length (uint64), masked CRC of the length, data,
/// masked CRC of the data; all little-endian.
/// </summary>
internal static class TfRecord
{
    private const int HeaderBytes = sizeof(ulong) + sizeof(uint);

    /// <summary>The record of some data, 16 bytes longer than it.</summary>
    internal static byte[] Frame(ReadOnlySpan<byte> data)
    {
        byte[] record = new byte[HeaderBytes + data.Length + sizeof(uint)];
        var length = record.AsSpan(0, sizeof(ulong));
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(ulong)), MaskedCrc(length));
        data.CopyTo(record.AsSpan(HeaderBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(HeaderBytes + data.Length), MaskedCrc(data));
        return record;
    }

    // Rotated and shifted, so that the check of data that holds checks itself is still a good one (tensorflow/core/lib/hash/crc32c.h).
    private static uint MaskedCrc(ReadOnlySpan<byte> bytes) =>
        unchecked(uint.RotateRight(Crc32.Castagnoli.Compute(bytes), 15) + 0xA282EAD8);
}
