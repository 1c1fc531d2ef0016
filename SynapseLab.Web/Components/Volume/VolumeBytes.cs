using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SynapseLab.Engine.Data;

namespace SynapseLab.Web.Components.Volume;

/// <summary>
/// The window around a synapse as the slice viewer reads it (<c>volumeBytes.ts</c>): "SLW1", origin z y x, shape z y x (int32,
/// little endian), then Z·Y·X grey values (8 bit), structure flags (8 bit) and segment ids (16 bit, little endian).
/// </summary>
internal static class VolumeBytes
{
    private const int HeaderBytes = 28;

    /// <summary>MIME type of the bytes.</summary>
    public const string ContentType = "application/octet-stream";

    /// <summary>Encodes <paramref name="window"/>; 28 + 4·Z·Y·X bytes.</summary>
    public static byte[] Encode(SynapseWindow window)
    {
        int count = checked((int)window.Shape.Count);
        var bytes = new byte[HeaderBytes + (4 * count)];
        "SLW1"u8.CopyTo(bytes);
        ReadOnlySpan<int> numbers =
        [
            window.Origin.Z, window.Origin.Y, window.Origin.X, window.Shape.Z, window.Shape.Y, window.Shape.X,
        ];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 + (4 * i)), numbers[i]);
        }

        window.Raw.CopyTo(bytes.AsSpan(HeaderBytes));
        window.Structures.CopyTo(bytes.AsSpan(HeaderBytes + count));
        MemoryMarshal.AsBytes<ushort>(window.Segments).CopyTo(bytes.AsSpan(HeaderBytes + (2 * count)));
        return bytes;
    }
}
