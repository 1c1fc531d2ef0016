using System.Runtime.InteropServices;

namespace SynapseLab.Engine.Data.Cubes;

/// <summary>One cube as its file stores it: a quarter or half of the memory its floats take.</summary>
/// <param name="bytes">C·s·s·s values, C, Z, Y, X, little-endian.</param>
/// <param name="valueBytes">Bytes of a value, 1 or 2.</param>
/// <param name="scale">Value of one stored step, for each channel.</param>
internal sealed class StoredCube(byte[] bytes, int valueBytes, float[] scale)
{
    /// <summary>Turns it into floats in [0, 1].</summary>
    /// <param name="destination">C·s·s·s floats, C, Z, Y, X.</param>
    internal void Expand(Span<float> destination) => Expand(bytes, valueBytes, scale, destination);

    /// <summary>Turns stored bytes into floats in [0, 1].</summary>
    internal static void Expand(ReadOnlySpan<byte> bytes, int valueBytes, float[] scale, Span<float> destination)
    {
        if (valueBytes == 1)
        {
            Expand(bytes, scale, destination);
        }
        else
        {
            Expand(MemoryMarshal.Cast<byte, ushort>(bytes), scale, destination);
        }
    }

    private static void Expand<T>(ReadOnlySpan<T> stored, float[] scale, Span<float> destination)
        where T : unmanaged
    {
        int channelVoxels = destination.Length / scale.Length;
        for (int channel = 0; channel < scale.Length; channel++)
        {
            var part = new Range(channel * channelVoxels, (channel + 1) * channelVoxels);
            StoredValues.Scale(stored[part], scale[channel], destination[part]);
        }
    }
}
