namespace SynapseLab.Engine.Evaluation;

/// <summary>How often a row's nearest other rows tell its class: leave-one-out k-nearest-neighbour accuracy.</summary>
public static class KnnAccuracy
{
    /// <summary>Fraction of rows whose class is the majority of their k nearest others; of equal votes the class of the nearest one wins.</summary>
    /// <param name="x">Embeddings, (n, d), n ≥ 2.</param>
    /// <param name="classes">Class of each row, (n).</param>
    /// <param name="neighbourCount">k; with fewer than k others, all of them vote. Default 5.</param>
    /// <param name="metric">Distance.</param>
    /// <param name="ct">Stops between rows.</param>
    /// <returns>0 … 1.</returns>
    /// <exception cref="EngineException">Another number of classes than rows, or a single row.</exception>
    public static double LeaveOneOut(
        EmbeddingMatrix x, ReadOnlySpan<int> classes, int neighbourCount = 5, DistanceMetric metric = DistanceMetric.Euclidean, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (classes.Length != x.Count || x.Count < 2)
        {
            throw new EngineException($"Nearest-neighbour accuracy needs at least 2 embeddings and a class for each, but got {x.Count} and {classes.Length}.");
        }
        NeighbourTable neighbours = NearestNeighbours.Find(x, Math.Min(neighbourCount, x.Count - 1), metric, ct);
        int hits = 0;
        for (int i = 0; i < x.Count; i++)
        {
            hits += Vote(neighbours.Of(i), classes) == classes[i] ? 1 : 0;
        }
        return (double)hits / x.Count;
    }

    private static int Vote(ReadOnlySpan<int> neighbours, ReadOnlySpan<int> classes)
    {
        int winner = 0, mostVotes = 0;
        foreach (int candidate in neighbours)
        {
            int votes = 0;
            foreach (int other in neighbours)
            {
                votes += classes[other] == classes[candidate] ? 1 : 0;
            }
            if (votes > mostVotes)
            {
                (winner, mostVotes) = (classes[candidate], votes);
            }
        }
        return winner;
    }
}
