namespace SynapseLab.Engine.Evaluation;

/// <summary>k-means: Lloyd's iterations from several k-means++ starts, the start of least inertia wins.</summary>
/// <remarks>Lloyd 1982; Arthur and Vassilvitskii 2007. One start is one sequential computation with a generator of its own, so the
/// result does not depend on how many starts run at once.</remarks>
public static class KMeans
{
    private const int LargestIterationCount = 300;

    /// <summary>Clusters the rows.</summary>
    /// <param name="x">Embeddings, (n, d).</param>
    /// <param name="clusterCount">k, 1 … n.</param>
    /// <param name="initCount">Starts, at least 1; 10 is the seed's.</param>
    /// <param name="seed">Same seed, same labels.</param>
    /// <param name="ct">Stops between iterations.</param>
    /// <returns>Where fewer than k rows are distinct, some clusters stay empty.</returns>
    /// <exception cref="EngineException">k lies outside 1 … n, or no start is asked for.</exception>
    public static KMeansResult Fit(EmbeddingMatrix x, int clusterCount, int initCount, ulong seed, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (clusterCount < 1 || clusterCount > x.Count)
        {
            throw new EngineException($"k-means of {x.Count} embeddings takes 1 to {x.Count} clusters, but {clusterCount} were asked for; choose fewer clusters.");
        }
        if (initCount < 1)
        {
            throw new EngineException($"k-means needs at least 1 start, but {initCount} were asked for.");
        }
        PaddedRows rows = PaddedRows.From(x);
        KMeansResult[] starts = new KMeansResult[initCount];
        Parallel.For(0, initCount, new ParallelOptions { CancellationToken = ct }, start =>
        {
            SeededRandom random = new(seed, (ulong)start);
            PaddedRows centers = KMeansPlusPlus.Choose(rows, clusterCount, random);
            starts[start] = new LloydIteration(rows, centers).Run(LargestIterationCount, ct);
        });
        return starts.MinBy(s => s.Inertia)!; // the first of equals
    }
}

/// <summary>A clustering.</summary>
/// <param name="Labels">Cluster 0 … k − 1 of each row, (n).</param>
/// <param name="Centers">Cluster means, float32, (k, d) row-major.</param>
/// <param name="Inertia">Sum of squared distances of the rows to their centres.</param>
/// <param name="IterationCount">Iterations of the winning start.</param>
public sealed record KMeansResult(int[] Labels, float[] Centers, double Inertia, int IterationCount);
