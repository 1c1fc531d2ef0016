using System.Buffers.Binary;

namespace SynapseLab.Web.Components.Volume;

/// <summary>
/// Cubes as the cube planes read them (<c>cubeBytes.ts</c>): "SLC1", number of cubes, channels, edge length s (int32, little
/// endian), then for each cube (C, s, s, s) values as 8 bit, 0…255 for 0…1.
/// </summary>
internal static class CubeBytes
{
    private const int HeaderBytes = 16;

    /// <summary>Encodes cubes of the same size; each has C·s³ values in [0, 1], values outside are clamped.</summary>
    public static byte[] Encode(IReadOnlyList<float[]> cubes, int channels, int size)
    {
        int length = channels * size * size * size;
        var bytes = new byte[HeaderBytes + (cubes.Count * length)];
        "SLC1"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), cubes.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), channels);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), size);
        int at = HeaderBytes;
        foreach (var cube in cubes)
        {
            foreach (float value in cube.AsSpan(0, length))
            {
                bytes[at++] = (byte)Math.Clamp((value * 255f) + 0.5f, 0f, 255f);
            }
        }

        return bytes;
    }
}
