using System.Buffers.Binary;

namespace SynapseLab.Torch.Serialization;

/// <summary>
/// CRC-32 as ZIP wants it (polynomial 0xEDB88320 reflected, APPNOTE 4.4.7), eight bytes a step by eight tables
/// ("slicing by 8", Kounavis and Berry 2005): a checkpoint has hundreds of megabytes.
/// </summary>
internal static class Crc32
{
    private static readonly uint[][] s_tables = Tables();

    internal static uint Compute(ReadOnlySpan<byte> bytes)
    {
        var t = s_tables;
        uint crc = 0xFFFFFFFF;
        while (bytes.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t[7][low & 0xFF] ^ t[6][(low >> 8) & 0xFF] ^ t[5][(low >> 16) & 0xFF] ^ t[4][low >> 24]
                ^ t[3][high & 0xFF] ^ t[2][(high >> 8) & 0xFF] ^ t[1][(high >> 16) & 0xFF] ^ t[0][high >> 24];
            bytes = bytes[8..];
        }

        foreach (byte value in bytes)
        {
            crc = t[0][(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[][] Tables()
    {
        uint[][] tables = [.. Enumerable.Range(0, 8).Select(_ => new uint[256])];
        for (uint value = 0; value < 256; value++)
        {
            uint crc = value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }

            tables[0][value] = crc;
        }

        for (int slice = 1; slice < 8; slice++)
        {
            for (int value = 0; value < 256; value++)
            {
                uint previous = tables[slice - 1][value];
                tables[slice][value] = tables[0][previous & 0xFF] ^ (previous >> 8);
            }
        }

        return tables;
    }
}
