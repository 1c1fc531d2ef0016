namespace SynapseLab.Engine.Data;

/// <summary>Decides which side of a synapse is presynaptic: the one that holds more of the nearest vesicle cloud (domain §2).</summary>
internal static class PolarityRule
{
    /// <summary>Margins below this are ambiguous.</summary>
    internal const double DefaultMargin = 0.2;

    /// <summary>Applies the rule to one window.</summary>
    /// <param name="surroundings">Window c ± s, cut to the volume, and the segment ids at the side points.</param>
    /// <param name="center">Cleft centre c.</param>
    /// <param name="voxelSize">For distances in nm.</param>
    /// <param name="ambiguousBelow">Margin below which the answer needs a look, 0 … 1.</param>
    internal static Polarity Decide(
        SynapseSurroundings surroundings, Voxel center, VoxelSizeNm voxelSize, double ambiguousBelow = DefaultMargin)
    {
        (uint segment1, uint segment2) = (surroundings.Segment1, surroundings.Segment2);
        IReadOnlyList<int> cloud = NearestComponent.Find(surroundings.Structures, Structures.Vesicle, center, voxelSize);
        long overlap1 = Overlap(surroundings.Segments.Volume, cloud, segment1);
        long overlap2 = Overlap(surroundings.Segments.Volume, cloud, segment2);
        long sum = overlap1 + overlap2;
        double margin = sum == 0 ? 0 : Math.Abs(overlap1 - overlap2) / (double)sum;
        string? reason = true switch
        {
            _ when segment1 == 0 && segment2 == 0 => "both side points lie on background",
            _ when segment1 == 0 => "side 1 lies on background",
            _ when segment2 == 0 => "side 2 lies on background",
            _ when segment1 == segment2 => $"both sides lie in segment {segment1}",
            _ when cloud.Count == 0 => "there is no vesicle cloud near the cleft",
            _ when sum == 0 => "the nearest vesicle cloud touches neither side",
            _ when margin < ambiguousBelow => FormattableString.Invariant($"the margin {margin:0.00} is below {ambiguousBelow:0.00}"),
            _ => null,
        };
        return new Polarity(overlap1 > overlap2 ? 1 : 2, overlap1, overlap2, margin, reason is null ? PolarityState.Clear : PolarityState.Ambiguous, reason);
    }

    private static long Overlap(Volume<uint> segments, IReadOnlyList<int> component, uint segment) =>
        segment == 0 ? 0 : component.Count(voxel => segments.Voxels[voxel] == segment);
}
