using System.Numerics;
using System.Runtime.InteropServices;

namespace SynapseLab.Engine.Data.Cubes;

/// <summary>Turns stored integers into values: value = stored · scale.</summary>
internal static class StoredValues
{
    /// <summary>Scales bytes or 16-bit integers, several at a time.</summary>
    internal static void Scale<T>(ReadOnlySpan<T> stored, float scale, Span<float> values)
        where T : unmanaged
    {
        if (typeof(T) == typeof(byte))
        {
            Scale(MemoryMarshal.Cast<T, byte>(stored), scale, values);
        }
        else
        {
            Scale(MemoryMarshal.Cast<T, ushort>(stored), scale, values);
        }
    }

    private static void Scale(ReadOnlySpan<byte> stored, float scale, Span<float> values)
    {
        int i = 0;
        for (; i <= stored.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(stored[i..]), out Vector<ushort> low, out Vector<ushort> high);
            Scale(low, scale, values[i..]);
            Scale(high, scale, values[(i + Vector<ushort>.Count)..]);
        }

        for (; i < stored.Length; i++)
        {
            values[i] = stored[i] * scale;
        }
    }

    private static void Scale(ReadOnlySpan<ushort> stored, float scale, Span<float> values)
    {
        int i = 0;
        for (; i <= stored.Length - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            Scale(new Vector<ushort>(stored[i..]), scale, values[i..]);
        }

        for (; i < stored.Length; i++)
        {
            values[i] = stored[i] * scale;
        }
    }

    private static void Scale(Vector<ushort> stored, float scale, Span<float> values)
    {
        Vector.Widen(stored, out Vector<uint> low, out Vector<uint> high);
        (Vector.ConvertToSingle(Vector.AsVectorInt32(low)) * scale).CopyTo(values);
        (Vector.ConvertToSingle(Vector.AsVectorInt32(high)) * scale).CopyTo(values[Vector<float>.Count..]);
    }
}
