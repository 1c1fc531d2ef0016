using System.Numerics;
using System.Runtime.InteropServices;

namespace SynapseLab.Engine.Data.Cubes;

/// <summary>
/// CRC-32C (Castagnoli, RFC 3720 §12.1) of a cube's voxels as they are stored, C, Z, Y, X, little-endian. HDF5's own Fletcher32 would need
/// chunks, and makes reading a cube four times as long (docs/adr/0005).
/// </summary>
internal static class StoredChecksum
{
    /// <summary>Of bytes as they lie in the file, 0 … 2³² − 1.</summary>
    internal static long Of(ReadOnlySpan<byte> stored)
    {
        uint crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(stored);
        foreach (ulong word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (byte last in stored[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, last);
        }

        return ~crc;
    }

    /// <summary>Of values that are stored as bytes, none above 255, or as 16-bit integers.</summary>
    internal static long Of(ReadOnlySpan<ushort> values, bool asBytes)
    {
        if (!asBytes)
        {
            return Of(MemoryMarshal.AsBytes(values));
        }

        byte[] bytes = new byte[values.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)values[i];
        }

        return Of(bytes);
    }
}
