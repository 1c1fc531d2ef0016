using System.Buffers.Binary;
using System.Text;

namespace SynapseLab.Torch.Serialization;

/// <summary>
/// Writes a ZIP archive as PyTorch lays out its own: entries stored, not deflated, each entry's data at a multiple of 64
/// bytes (padding in an extra field "FB"), so that it can be mapped. Format: PKWARE APPNOTE 4.3. No ZIP64: up to 4 GiB.
/// </summary>
internal sealed class AlignedZipWriter(Stream output)
{
    private const int Alignment = 64;
    private const int LocalHeaderSize = 30;
    private const ushort Utf8Names = 1 << 11;

    private readonly List<(byte[] Name, uint Crc, uint Size, uint Offset)> _entries = [];
    private long _at;

    /// <summary>Appends one stored entry.</summary>
    /// <exception cref="TorchFileException">The archive would pass 4 GiB.</exception>
    internal void Add(string name, ReadOnlySpan<byte> data)
    {
        byte[] nameBytes = Encoding.UTF8.GetBytes(name);
        long unpadded = _at + LocalHeaderSize + nameBytes.Length + 4;
        int padding = (int)((Alignment - (unpadded % Alignment)) % Alignment);
        if (unpadded + padding + data.Length > uint.MaxValue)
        {
            throw TorchFileException.Unsupported("the checkpoint would be larger than 4 GiB; choose a smaller width");
        }

        uint crc = Crc32.Compute(data);
        byte[] header = new byte[LocalHeaderSize + nameBytes.Length + 4 + padding];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
        Common(header.AsSpan(4), nameBytes, crc, (uint)data.Length, extraLength: 4 + padding);
        nameBytes.CopyTo(header.AsSpan(LocalHeaderSize));
        Padding(header.AsSpan(LocalHeaderSize + nameBytes.Length));
        _entries.Add((nameBytes, crc, (uint)data.Length, (uint)_at));
        Write(header);
        Write(data);
    }

    /// <summary>Writes the central directory; the archive is whole then.</summary>
    internal void Finish()
    {
        long start = _at;
        foreach (var (name, crc, size, offset) in _entries)
        {
            byte[] record = new byte[46 + name.Length];
            BinaryPrimitives.WriteUInt32LittleEndian(record, 0x02014b50);
            Common(record.AsSpan(6), name, crc, size, extraLength: 0);
            BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(42), offset);
            name.CopyTo(record.AsSpan(46));
            Write(record);
        }

        byte[] end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), checked((ushort)_entries.Count));
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), checked((ushort)_entries.Count));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)(_at - start));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)start);
        Write(end);
    }

    /// <summary>The fields that local and central headers share: version needed … extra length (APPNOTE 4.3.7). Times are zero: same content, same bytes.</summary>
    private static void Common(Span<byte> fields, byte[] name, uint crc, uint size, int extraLength)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(fields[2..], Utf8Names);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[10..], crc);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[14..], size);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[18..], size);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[22..], (ushort)name.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[24..], (ushort)extraLength);
    }

    private static void Padding(Span<byte> extra)
    {
        "FB"u8.CopyTo(extra);
        BinaryPrimitives.WriteUInt16LittleEndian(extra[2..], (ushort)(extra.Length - 4));
        extra[4..].Fill((byte)'Z');
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        _at += bytes.Length;
    }
}
