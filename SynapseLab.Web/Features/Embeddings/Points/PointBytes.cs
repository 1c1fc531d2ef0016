using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SynapseLab.Web.Features.Embeddings.Points;

/// <summary>The points as the scatter's script reads them (<c>pointBlock.ts</c>, "Point bytes" in docs/api.md).</summary>
internal static class PointBytes
{
    private const int HeaderBytes = 16;
    private const uint FormatVersion = 1;

    /// <summary>Little-endian: uint32 version, points, colourings, 0; then float32 UMAP x, UMAP y and one value per colouring, column by column.</summary>
    internal static byte[] Encode(EmbeddingView view)
    {
        int count = view.Points.Count;
        byte[] bytes = new byte[HeaderBytes + ((2 + view.Colourings.Count) * count * sizeof(float))];
        uint[] header = [FormatVersion, (uint)count, (uint)view.Colourings.Count, 0];
        for (int i = 0; i < header.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), header[i]);
        }

        Span<float> columns = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(HeaderBytes));
        for (int i = 0; i < count; i++)
        {
            columns[i] = view.Points[i].UmapX;
            columns[count + i] = view.Points[i].UmapY;
            for (int c = 0; c < view.Colourings.Count; c++)
            {
                columns[((2 + c) * count) + i] = view.Colourings[c].Values[i];
            }
        }

        return bytes;
    }
}
