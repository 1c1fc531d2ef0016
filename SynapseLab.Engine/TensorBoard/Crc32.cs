namespace SynapseLab.Engine.TensorBoard;

/// <summary>A cyclic redundancy check of 32 bits, reflected, begun and ended with all bits inverted; one table look-up a byte.</summary>
internal sealed class Crc32
{
    private readonly uint[] _table;

    private Crc32(uint reflectedPolynomial) =>
        _table = [.. Enumerable.Range(0, 256).Select(value => Divide((uint)value, reflectedPolynomial))];

    /// <summary>Castagnoli's polynomial 0x1EDC6F41 (RFC 3720, appendix B.4): TFRecord.</summary>
    internal static Crc32 Castagnoli { get; } = new(0x82F63B78);

    /// <summary>The polynomial 0x04C11DB7 of ISO 3309: chunks of PNG (PNG specification, annex D).</summary>
    internal static Crc32 Iso3309 { get; } = new(0xEDB88320);

    /// <summary>The check of some bytes.</summary>
    internal uint Compute(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte value in bytes)
        {
            crc = _table[(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Divide(uint value, uint polynomial)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ polynomial;
        }

        return value;
    }
}
