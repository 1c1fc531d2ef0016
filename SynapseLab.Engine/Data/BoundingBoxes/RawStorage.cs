namespace SynapseLab.Engine.Data.BoundingBoxes;

/// <summary>
/// How z-scored raw is kept as integers: value = stored · scale + offset. Sources of 8 and 16 bits are stored as they are, without
/// loss; of 32 bits the range least … most is divided into 65,535 steps.
/// </summary>
/// <param name="Base">Source value that is stored as 0.</param>
/// <param name="Step">Source values of one stored step.</param>
/// <param name="Scale">z-score of one stored step.</param>
/// <param name="Offset">z-score of a stored 0.</param>
internal sealed record RawStorage(uint Base, double Step, float Scale, float Offset)
{
    /// <summary>Chooses it for a volume.</summary>
    /// <param name="raw">Of all its voxels.</param>
    /// <param name="rawBits">Bits per sample of the source.</param>
    internal static RawStorage Of(RawStatistics raw, int rawBits)
    {
        (uint start, double step) = rawBits > 16 ? (raw.Least, Math.Max(1, (raw.Most - raw.Least) / (double)ushort.MaxValue)) : (0u, 1.0);
        double deviation = raw.Deviation + RawStatistics.Epsilon;
        return new RawStorage(start, step, (float)(step / deviation), (float)((start - raw.Mean) / deviation));
    }

    /// <summary>The integer of a source value.</summary>
    internal ushort Store(uint raw) => (ushort)Math.Round((raw - Base) / Step);
}
