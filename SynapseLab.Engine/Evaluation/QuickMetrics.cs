namespace SynapseLab.Engine.Evaluation;

/// <summary>The figures shown while a run trains: silhouette and Hopkins statistic, cheap enough for every few epochs.</summary>
public static class QuickMetrics
{
    private const int LargestSampleCount = 2000;
    private const int HopkinsRepeats = 20;
    private static readonly int[] s_smallClusterCounts = [2, 3, 4, 5, 6, 8, 10, 15, 20];

    /// <summary>The seed's number of clusters, min(100, n/2), kept within 2 … n − 1 (n ≥ 3).</summary>
    public static int HeadlineClusterCount(int count) => Math.Max(2, Math.Min(100, count / 2));

    /// <summary>Computes the figures; above 2,000 rows on 2,000 rows drawn by the seed.</summary>
    /// <returns>Null where n is too small to say anything: silhouettes below 3 rows, Hopkins below 2.</returns>
    public static QuickMetricsResult Compute(EmbeddingMatrix x, ulong seed, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Count > LargestSampleCount)
        {
            x = x.Select(new SeededRandom(seed).Sample(x.Count, LargestSampleCount));
        }
        HopkinsResult? hopkins = x.Count >= 2 ? Hopkins.Compute(x, HopkinsRepeats, seed, HopkinsExponent.One, ct) : null;
        if (x.Count < 3)
        {
            return new QuickMetricsResult(null, null, hopkins, x.Count, x.Dimension);
        }
        int headline = HeadlineClusterCount(x.Count);
        int[] clusterCounts = [.. s_smallClusterCounts.Where(k => k < headline), headline];
        IReadOnlyList<SilhouettePoint> curve = Silhouette.Curve(x, clusterCounts, seed, null, ct);
        return new QuickMetricsResult(curve[^1], curve.MaxBy(point => point.Score), hopkins, x.Count, x.Dimension);
    }
}

/// <summary>Figures of one moment of a run.</summary>
/// <param name="Silhouette">At k = min(100, n/2).</param>
/// <param name="BestSilhouette">The highest over a few k up to that one.</param>
/// <param name="Hopkins">Exponent 1, over 20 repeats.</param>
/// <param name="SampleCount">Rows n that the figures rest on.</param>
/// <param name="EmbeddingDimension">Columns d.</param>
public sealed record QuickMetricsResult(
    SilhouettePoint? Silhouette, SilhouettePoint? BestSilhouette, HopkinsResult? Hopkins, int SampleCount, int EmbeddingDimension);
