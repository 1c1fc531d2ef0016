namespace SynapseLab.Engine.Evaluation;

/// <summary>Everything that an evaluation found; the source of metrics.json, embeddings.csv and report.html.</summary>
public sealed record EvaluationReport
{
    /// <summary>Embeddings, (n, d).</summary>
    public required EmbeddingMatrix Embeddings { get; init; }

    /// <summary>Synapse of each row, (n).</summary>
    public required IReadOnlyList<EmbeddingPointInfo> Points { get; init; }

    /// <summary>UMAP picture, float32, (n, 2) row-major.</summary>
    public required float[] Umap { get; init; }

    /// <summary>Trustworthiness of that picture at 15 neighbours (fewer for small n); null below 4 rows.</summary>
    public required double? UmapTrustworthiness { get; init; }

    /// <summary>Cluster of each row, 0 … k − 1, (n).</summary>
    public required int[] Clusters { get; init; }

    /// <summary>k of <see cref="Clusters"/>: the one asked for, else the best of the curve, else 1.</summary>
    public required int ClusterCount { get; init; }

    /// <summary>The headline: k asked for, else min(100, n/2); null below 3 rows.</summary>
    public required SilhouetteFigure? Silhouette { get; init; }

    /// <summary>Silhouette over k with the null's band; empty below 3 rows.</summary>
    public required IReadOnlyList<SilhouetteFigure> SilhouetteCurve { get; init; }

    /// <summary>Hopkins statistic, exponent 1; null below 2 rows.</summary>
    public required HopkinsResult? Hopkins { get; init; }

    /// <summary>Hopkins statistic, textbook exponent on the main principal components; null below 2 rows.</summary>
    public required HopkinsResult? HopkinsTextbook { get; init; }

    /// <summary>Hopkins statistic (exponent 1) of the matched null; null below 3 rows.</summary>
    public required HopkinsResult? NullHopkins { get; init; }

    /// <summary>Draws of the matched null.</summary>
    public required int NullDrawCount { get; init; }

    /// <summary>Share of the variance of each principal component, decreasing, at most 50.</summary>
    public required IReadOnlyList<double> ExplainedVarianceFraction { get; init; }

    /// <summary>Seed of everything random.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Refuses a number of clusters that so many embeddings do not take; null is always right.</summary>
    /// <exception cref="EngineException">Says what is possible.</exception>
    public static void RequireClusterCount(int? clusters, int embeddingCount)
    {
        if (clusters is int k && (k < 2 || k > embeddingCount - 1))
        {
            string possible = embeddingCount < 3 ? "no clusters" : $"2 to {embeddingCount - 1} clusters";
            throw new EngineException($"{embeddingCount} embeddings take {possible}, but {k} were asked for; choose another number of clusters.");
        }
    }

    /// <summary>Computes all figures and the picture.</summary>
    /// <param name="x">Embeddings, (n, d).</param>
    /// <param name="info">Synapse of each row, (n).</param>
    /// <param name="clusters">k for the headline and the cluster column, 2 … n − 1; null chooses.</param>
    /// <param name="seed">Same seed, same report.</param>
    /// <param name="progress">Reports part by part.</param>
    /// <param name="ct">Stops between parts.</param>
    /// <exception cref="EngineException">Rows and infos differ in number, or k is out of range.</exception>
    public static EvaluationReport Compute(
        EmbeddingMatrix x, IReadOnlyList<EmbeddingPointInfo> info, int? clusters, ulong seed = 42, IProgress<WorkProgress>? progress = null, CancellationToken ct = default) =>
        new EvaluationComputation(x, info, clusters, seed, progress, ct).Run();
}

/// <summary>The silhouette at one k beside the matched null's.</summary>
/// <param name="ClusterCount">k.</param>
/// <param name="Score">Mean silhouette, −1 … 1.</param>
/// <param name="Low">Score − 1.96 standard errors over rows.</param>
/// <param name="High">Score + 1.96 standard errors over rows.</param>
/// <param name="Null">The figure where there are no clusters.</param>
public sealed record SilhouetteFigure(int ClusterCount, double Score, double Low, double High, NullSilhouette Null);
