namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// Silhouette s = (b − a) / max(a, b): a is a row's mean Euclidean distance to its own cluster, b the least mean distance to another
/// (Rousseeuw 1987). Exact, all pairs. −1 … 1; the score is the mean over rows.
/// </summary>
public static class Silhouette
{
    private const int CurveInitCount = 10;

    /// <summary>Mean silhouette.</summary>
    /// <inheritdoc cref="Samples" path="/param | /exception" />
    public static double Score(EmbeddingMatrix x, ReadOnlySpan<int> labels) => SampleStatistics.Mean(Samples(x, labels));

    /// <summary>Silhouette of each row, (n); 0 for the only row of a cluster and where a = b = 0.</summary>
    /// <param name="x">Embeddings, (n, d).</param>
    /// <param name="labels">Cluster of each row, any non-negative numbers, (n).</param>
    /// <exception cref="EngineException">Another number of labels than rows, a negative label, or fewer than two clusters.</exception>
    public static double[] Samples(EmbeddingMatrix x, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (labels.Length != x.Count)
        {
            throw new EngineException($"The silhouette of {x.Count} embeddings needs {x.Count} cluster labels, but {labels.Length} came.");
        }
        int[] own = labels.ToArray();
        if (own.Min() < 0 || own.Distinct().Take(2).Count() < 2)
        {
            throw new EngineException("A silhouette compares at least two clusters with labels from 0, but fewer came; ask for two or more clusters.");
        }
        return SilhouettePass.Run(x, [own], default)[0];
    }

    /// <summary>Silhouette of k-means clusterings (10 starts each) for several k, in one pass over the distances.</summary>
    /// <param name="x">Embeddings, (n, d).</param>
    /// <param name="clusterCounts">Numbers of clusters k, each 2 … n − 1.</param>
    /// <param name="seed">Seed of k-means.</param>
    /// <param name="progress">Reports k by k.</param>
    /// <param name="ct">Stops between clusterings.</param>
    /// <returns>One point for each k, in order; score 0 where all rows are alike.</returns>
    /// <exception cref="EngineException">A k lies outside 2 … n − 1.</exception>
    public static IReadOnlyList<SilhouettePoint> Curve(
        EmbeddingMatrix x, IReadOnlyList<int> clusterCounts, ulong seed, IProgress<WorkProgress>? progress = null, CancellationToken ct = default) =>
        Curve(x, clusterCounts, CurveInitCount, seed, progress, ct);

    internal static IReadOnlyList<SilhouettePoint> Curve(
        EmbeddingMatrix x, IReadOnlyList<int> clusterCounts, int initCount, ulong seed, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(clusterCounts);
        List<int[]> labelings = [];
        foreach (int k in clusterCounts)
        {
            if (k < 2 || k > x.Count - 1)
            {
                throw new EngineException($"The silhouette of {x.Count} embeddings takes 2 to {x.Count - 1} clusters, but {k} were asked for.");
            }
            progress?.Report(new WorkProgress($"k-means, {k} clusters", labelings.Count, clusterCounts.Count));
            labelings.Add(KMeans.Fit(x, k, initCount, seed, ct).Labels);
        }
        double[][] samples = SilhouettePass.Run(x, labelings, ct);
        return [.. clusterCounts.Select((k, i) => new SilhouettePoint(
            k, SampleStatistics.Mean(samples[i]), SampleStatistics.StandardDeviation(samples[i]) / Math.Sqrt(x.Count), labelings[i]))];
    }
}

/// <summary>The silhouette at one k.</summary>
/// <param name="ClusterCount">k.</param>
/// <param name="Score">Mean silhouette, −1 … 1.</param>
/// <param name="StandardError">Standard deviation over rows divided by √n.</param>
/// <param name="Labels">The clustering, (n).</param>
public sealed record SilhouettePoint(int ClusterCount, double Score, double StandardError, int[] Labels);
