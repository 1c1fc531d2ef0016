namespace SynapseLab.Engine.Data.BoundingBoxes;

/// <summary>Range, mean and standard deviation (of the population) of the raw voxels of a volume, exact sums taken slab by slab.</summary>
internal sealed class RawStatistics
{
    /// <summary>Added to the standard deviation, so that a constant volume becomes 0 (domain §4).</summary>
    internal const double Epsilon = 1e-6;

    private UInt128 _sum;
    private UInt128 _squares;
    private long _count;

    internal uint Least { get; private set; } = uint.MaxValue;

    internal uint Most { get; private set; }

    internal double Mean => (double)_sum / _count;

    internal double Deviation => Math.Sqrt(Math.Max(0, (double)((_squares * (UInt128)_count) - (_sum * _sum)) / ((double)_count * _count)));

    /// <summary>Takes voxels in.</summary>
    internal void Add(ReadOnlySpan<uint> voxels)
    {
        foreach (uint voxel in voxels)
        {
            _sum += voxel;
            _squares += (ulong)voxel * voxel;
            (Least, Most) = (Math.Min(Least, voxel), Math.Max(Most, voxel));
        }

        _count += voxels.Length;
    }
}
