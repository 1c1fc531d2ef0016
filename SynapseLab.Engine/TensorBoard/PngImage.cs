using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SynapseLab.Engine.TensorBoard;

/// <summary>A picture of 8 bits a sample, and its PNG file (https://www.w3.org/TR/png).</summary>
internal sealed class PngImage
{
    private const byte Grey = 0; // colour types of IHDR, 11.2.1
    private const byte Rgb = 2;

    private readonly byte[] _samples;

    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="samples">(height, width, 1 or 3): grey, or red, green, blue.</param>
    /// <exception cref="ArgumentException">The number of samples is neither.</exception>
    internal PngImage(int width, int height, byte[] samples)
    {
        if (width < 1 || height < 1 || (samples.Length != width * height && samples.Length != 3 * width * height))
        {
            throw new ArgumentException($"Expected {height} × {width} samples or three times as many, got {samples.Length}.", nameof(samples));
        }

        (Width, Height, _samples) = (width, height, samples);
    }

    internal int Width { get; }

    internal int Height { get; }

    /// <summary>1 (grey) or 3 (red, green, blue).</summary>
    internal int Channels => _samples.Length / (Width * Height);

    /// <summary>The whole file: signature, IHDR, one IDAT, IEND.</summary>
    internal byte[] Encode()
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8; // bits a sample; compression, filter and interlace methods stay 0
        header[9] = Channels == 1 ? Grey : Rgb;
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", CompressedRows());
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>The rows, each after its filter type: 0, none.</summary>
    private byte[] CompressedRows()
    {
        int rowLength = Width * Channels;
        using var compressed = new MemoryStream();
        using (var rows = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            for (int row = 0; row < Height; row++)
            {
                rows.WriteByte(0);
                rows.Write(_samples, row * rowLength, rowLength);
            }
        }

        return compressed.ToArray();
    }

    /// <summary>Length of the data, type, data, CRC of type and data (5.3).</summary>
    private static void WriteChunk(Stream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Iso3309.Compute(checkedPart));
        file.Write(number);
    }
}
