using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Phantom;

/// <summary>What an annotator writes for each voxel: segment ids in no meaningful order, and the bounding box's own codes.</summary>
internal sealed class Labels
{
    private readonly ushort[] _ids;
    private readonly StructureCodes _codes;

    /// <summary>Draws the segment ids.</summary>
    /// <param name="neuriteCount">Neurites to number.</param>
    /// <param name="codes">The bounding box's structure codes.</param>
    /// <param name="random">Source of the order.</param>
    /// <exception cref="EngineException">When the neurites are too many for 16 bits.</exception>
    public Labels(int neuriteCount, StructureCodes codes, RandomStream random)
    {
        if (neuriteCount > ushort.MaxValue)
        {
            throw new EngineException(
                $"A 16-bit segmentation holds {ushort.MaxValue} neurites, but this phantom has {neuriteCount}; ask for a smaller box or fewer synapses.");
        }

        _ids = new ushort[neuriteCount];
        for (int i = 0; i < neuriteCount; i++)
        {
            _ids[i] = (ushort)(i + 1);
        }

        random.Shuffle<ushort>(_ids);
        _codes = codes;
    }

    /// <summary>The segment id; 0 on membranes.</summary>
    public ushort Segment(in Anatomy anatomy) => anatomy.IsMembrane ? (ushort)0 : _ids[anatomy.Neurite];

    /// <summary>The structure code; 0 for background. Where there are two cleft codes, the second is used on the postsynaptic side.</summary>
    public byte Structure(in Anatomy anatomy)
    {
        if (anatomy.IsCleft)
        {
            return (byte)(anatomy.CleftHeight > 0 ? _codes.Cleft[^1] : _codes.Cleft[0]);
        }

        if (anatomy.InVesicleCloud && !anatomy.IsMembrane)
        {
            return (byte)_codes.Vesicle;
        }

        return anatomy.MitochondrionDistance < 0 ? (byte)(_codes.Mitochondria ?? 0) : (byte)0;
    }
}
