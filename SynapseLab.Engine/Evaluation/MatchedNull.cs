using static SynapseLab.Engine.Evaluation.RowArithmetic;

namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// What silhouette and Hopkins statistic say where there are no clusters: rows of one Gaussian with the same n, mean and covariance.
/// A figure of the real embeddings means something only as far as it exceeds these.
/// </summary>
public static class MatchedNull
{
    /// <summary>Draws rows y = mean + Σ √λₖ·gₖ·vₖ over all principal components (λ, v) of the embeddings, g standard normal.</summary>
    /// <param name="pca">All min(n, d) components of the embeddings.</param>
    /// <param name="seed">Same seed, same rows.</param>
    /// <param name="draw">Number of the draw under that seed.</param>
    /// <returns>(n, d).</returns>
    public static EmbeddingMatrix Draw(PrincipalComponentsResult pca, ulong seed, int draw)
    {
        ArgumentNullException.ThrowIfNull(pca);
        SeededRandom random = new(seed, (ulong)draw);
        float[] values = new float[pca.Count * pca.Dimension];
        double[] row = new double[pca.Dimension];
        for (int i = 0; i < pca.Count; i++)
        {
            pca.Mean.CopyTo(row, 0);
            for (int k = 0; k < pca.ComponentCount; k++)
            {
                double deviation = Math.Sqrt(pca.ExplainedVariance[k]);
                AddScaled(row, pca.Components.AsSpan(k * row.Length, row.Length), deviation * random.NextGaussian());
            }
            for (int c = 0; c < row.Length; c++)
            {
                values[(i * row.Length) + c] = (float)row[c];
            }
        }
        return new EmbeddingMatrix(values, pca.Count, pca.Dimension);
    }

    /// <summary>Silhouette curve and Hopkins statistic over several draws.</summary>
    /// <param name="pca">All min(n, d) components of the embeddings, n ≥ 3.</param>
    /// <param name="clusterCounts">Numbers of clusters k, each 2 … n − 1.</param>
    /// <param name="draws">Draws, at least 1.</param>
    /// <param name="seed">Same seed, same figures.</param>
    /// <param name="progress">Reports draw by draw.</param>
    /// <param name="ct">Stops between clusterings.</param>
    public static MatchedNullResult Compute(
        PrincipalComponentsResult pca, IReadOnlyList<int> clusterCounts, int draws, ulong seed, IProgress<WorkProgress>? progress = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(clusterCounts);
        const int InitCount = 3; // the null's score varies more between draws than between starts
        const int HopkinsRepeats = 20;
        double[][] scores = [.. clusterCounts.Select(_ => new double[draws])];
        List<double> hopkins = [];
        int sampleSize = 0;
        for (int draw = 0; draw < draws; draw++)
        {
            progress?.Report(new WorkProgress($"matched null, draw {draw + 1} of {draws}", draw, draws));
            EmbeddingMatrix y = Draw(pca, seed, draw);
            IReadOnlyList<SilhouettePoint> curve = Silhouette.Curve(y, clusterCounts, InitCount, seed + (ulong)draw, null, ct);
            for (int k = 0; k < scores.Length; k++)
            {
                scores[k][draw] = curve[k].Score;
            }
            HopkinsResult result = Hopkins.Compute(y, HopkinsRepeats, seed + (ulong)draw, HopkinsExponent.One, ct);
            hopkins.AddRange(result.Values);
            sampleSize = result.SampleSize;
        }
        NullSilhouette[] points = [.. scores.Select((s, k) => new NullSilhouette(clusterCounts[k], SampleStatistics.Mean(s), s.Min(), s.Max()))];
        return new MatchedNullResult(points, HopkinsResult.From([.. hopkins], sampleSize, 1), draws);
    }
}

/// <summary>Silhouette at one k where there are no clusters.</summary>
/// <param name="ClusterCount">k.</param>
/// <param name="Mean">Mean over draws.</param>
/// <param name="Low">Least over draws.</param>
/// <param name="High">Greatest over draws.</param>
public sealed record NullSilhouette(int ClusterCount, double Mean, double Low, double High);

/// <summary>The figures of the matched null.</summary>
/// <param name="Silhouette">One point for each k, in order.</param>
/// <param name="Hopkins">All repeats of all draws.</param>
/// <param name="DrawCount">Draws.</param>
public sealed record MatchedNullResult(IReadOnlyList<NullSilhouette> Silhouette, HopkinsResult Hopkins, int DrawCount);
