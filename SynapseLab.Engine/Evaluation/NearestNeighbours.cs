namespace SynapseLab.Engine.Evaluation;

/// <summary>Exact k nearest neighbours by comparing all pairs: O(n²·d). The row itself is never its own neighbour.</summary>
public static class NearestNeighbours
{
    /// <summary>Finds the neighbours of every row, nearest first; of equally far ones the lower row comes first.</summary>
    /// <param name="x">Embeddings, (n, d).</param>
    /// <param name="neighbourCount">k, 1 … n − 1.</param>
    /// <param name="metric">Euclidean, or cosine (1 − cos; a row of zeros is at distance 1 from all).</param>
    /// <param name="ct">Stops between rows.</param>
    /// <exception cref="EngineException">k lies outside 1 … n − 1.</exception>
    public static NeighbourTable Find(
        EmbeddingMatrix x, int neighbourCount, DistanceMetric metric = DistanceMetric.Euclidean, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (neighbourCount < 1 || neighbourCount > x.Count - 1)
        {
            throw new EngineException(
                $"{x.Count} embeddings have at most {x.Count - 1} neighbours each, but {neighbourCount} were asked for; choose fewer neighbours or add synapses.");
        }
        PaddedRows rows = metric == DistanceMetric.Cosine ? UnitRows(x) : PaddedRows.From(x);
        int[] indices = new int[x.Count * neighbourCount];
        float[] distances = new float[x.Count * neighbourCount];
        Parallel.For(0, x.Count, new ParallelOptions { CancellationToken = ct }, () => new float[x.Count], (i, _, toAll) =>
        {
            rows.SquaredDistances(i, rows, toAll);
            Span<float> nearest = distances.AsSpan(i * neighbourCount, neighbourCount);
            KeepNearest(i, toAll, indices.AsSpan(i * neighbourCount, neighbourCount), nearest);
            for (int k = 0; k < nearest.Length; k++)
            {
                // |a − b|² = 2 (1 − cos) for unit rows
                nearest[k] = metric == DistanceMetric.Cosine ? nearest[k] / 2 : MathF.Sqrt(nearest[k]);
            }
            return toAll;
        }, _ => { });
        return new NeighbourTable(indices, distances, x.Count, neighbourCount);
    }

    /// <summary>Insertion into a short sorted list: k is small against n, so that few rows get past the first comparison.</summary>
    private static void KeepNearest(int self, float[] toAll, Span<int> indices, Span<float> distances)
    {
        distances.Fill(float.PositiveInfinity);
        for (int j = 0; j < toAll.Length; j++)
        {
            if (toAll[j] >= distances[^1] || j == self)
            {
                continue;
            }
            int at = distances.Length - 1;
            for (; at > 0 && distances[at - 1] > toAll[j]; at--)
            {
                (distances[at], indices[at]) = (distances[at - 1], indices[at - 1]);
            }
            (distances[at], indices[at]) = (toAll[j], j);
        }
    }

    private static PaddedRows UnitRows(EmbeddingMatrix x)
    {
        // One more column: a row of zeros becomes a unit vector of its own axis there, at cosine distance 1 from the others.
        PaddedRows rows = new(x.Count, x.Dimension + 1);
        for (int i = 0; i < x.Count; i++)
        {
            double square = 0;
            foreach (float value in x.Row(i))
            {
                square += (double)value * value;
            }
            Span<float> unit = rows.Row(i);
            unit[^1] = square > 0 ? 0 : 1;
            for (int c = 0; square > 0 && c < x.Dimension; c++)
            {
                unit[c] = (float)(x.Row(i)[c] / Math.Sqrt(square));
            }
        }
        return rows;
    }
}

/// <summary>How far two embeddings lie apart.</summary>
public enum DistanceMetric
{
    /// <summary>√Σ(a − b)².</summary>
    Euclidean,

    /// <summary>1 − a·b / (|a||b|), 0 … 2.</summary>
    Cosine,
}

/// <summary>Neighbours of each row, nearest first.</summary>
/// <param name="Indices">Rows, (n, k) row-major.</param>
/// <param name="Distances">Distances to them, float32, (n, k) row-major.</param>
/// <param name="Count">n.</param>
/// <param name="NeighbourCount">k.</param>
public sealed record NeighbourTable(int[] Indices, float[] Distances, int Count, int NeighbourCount)
{
    /// <summary>The neighbours of row <paramref name="i"/>, (k).</summary>
    public ReadOnlySpan<int> Of(int i) => Indices.AsSpan(i * NeighbourCount, NeighbourCount);

    /// <summary>The distances to them, (k).</summary>
    public ReadOnlySpan<float> DistancesOf(int i) => Distances.AsSpan(i * NeighbourCount, NeighbourCount);
}
