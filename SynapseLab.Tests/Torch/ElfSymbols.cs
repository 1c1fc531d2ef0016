using System.Buffers.Binary;
using System.Text;

namespace SynapseLab.Tests.Torch;

/// <summary>The symbols that a 64-bit little-endian ELF library defines and shows, as <c>nm -D --defined-only</c> lists them (ELF-64 object file format 1.5, §3 and §5).</summary>
internal static class ElfSymbols
{
    private const uint DynamicSymbols = 11; // SHT_DYNSYM
    private const int SymbolSize = 24;

    internal static IReadOnlyList<string> Defined(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        long sectionTable = Int64(file, 0x28);
        int sectionSize = UInt16(file, 0x3A);
        int sectionCount = UInt16(file, 0x3C);
        List<string> names = [];
        for (int i = 0; i < sectionCount; i++)
        {
            long section = sectionTable + ((long)i * sectionSize);
            if (UInt32(file, section + 4) != DynamicSymbols)
            {
                continue;
            }

            long strings = Int64(file, sectionTable + (UInt32(file, section + 0x28) * sectionSize) + 0x18);
            long start = Int64(file, section + 0x18);
            long end = start + Int64(file, section + 0x20);
            for (long symbol = start; symbol < end; symbol += SymbolSize)
            {
                // st_shndx 0: the symbol is wanted from elsewhere, not defined here.
                if (UInt16(file, symbol + 6) != 0)
                {
                    names.Add(Text(file, strings + UInt32(file, symbol)));
                }
            }
        }

        return names;
    }

    private static string Text(byte[] file, long start)
    {
        ReadOnlySpan<byte> rest = file.AsSpan((int)start);
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    private static ushort UInt16(byte[] file, long at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan((int)at));

    private static uint UInt32(byte[] file, long at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan((int)at));

    private static long Int64(byte[] file, long at) => BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan((int)at));
}
