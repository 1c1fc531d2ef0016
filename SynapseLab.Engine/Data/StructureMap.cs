namespace SynapseLab.Engine.Data;

/// <summary>Translates the codes of one bounding box into <see cref="Structures"/> flags; unknown codes become none.</summary>
internal sealed class StructureMap
{
    private readonly byte[] _small = new byte[256];
    private readonly Dictionary<uint, byte> _large = [];

    internal StructureMap(StructureCodes codes)
    {
        Add(codes.Vesicle, Structures.Vesicle);
        foreach (int cleft in codes.Cleft)
        {
            Add(cleft, Structures.Cleft);
        }

        if (codes.Mitochondria is { } mitochondria)
        {
            Add(mitochondria, Structures.Mitochondria);
        }
    }

    /// <summary>Flags of every voxel.</summary>
    internal void Apply(ReadOnlySpan<uint> codes, Span<byte> flags)
    {
        for (int i = 0; i < codes.Length; i++)
        {
            uint code = codes[i];
            flags[i] = code < (uint)_small.Length ? _small[code] : _large.GetValueOrDefault(code);
        }
    }

    private void Add(int code, Structures structure)
    {
        if (code < _small.Length)
        {
            _small[code] |= (byte)structure;
        }
        else
        {
            _large[(uint)code] = (byte)(_large.GetValueOrDefault((uint)code) | (byte)structure);
        }
    }
}
