namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// How far neighbours in a picture are neighbours in the data (Venna and Kaski 2001):
/// T = 1 − 2 / (n·k·(2n − 3k − 1)) · Σᵢ Σⱼ max(0, r(i, j) − k), where j runs over the k nearest of i in the picture and r is j's rank in the data.
/// </summary>
public static class Trustworthiness
{
    /// <summary>Compares a picture with its data; O(n²·d).</summary>
    /// <param name="x">Data, (n, d).</param>
    /// <param name="picture">Picture, (n, 2).</param>
    /// <param name="neighbourCount">k, 1 … below n/2.</param>
    /// <param name="ct">Stops between rows.</param>
    /// <returns>0 … 1; 1 where no stranger became a neighbour.</returns>
    /// <exception cref="EngineException">Rows differ in number, or k is not below n/2.</exception>
    public static double Compute(EmbeddingMatrix x, EmbeddingMatrix picture, int neighbourCount, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(picture);
        int n = x.Count;
        if (picture.Count != n || neighbourCount < 1 || 2 * neighbourCount >= n)
        {
            throw new EngineException(
                $"Trustworthiness needs as many picture points as embeddings ({n}) and 1 to {(n - 1) / 2} neighbours, but got {picture.Count} points and {neighbourCount} neighbours.");
        }
        NeighbourTable near = NearestNeighbours.Find(picture, neighbourCount, DistanceMetric.Euclidean, ct);
        PaddedRows rows = PaddedRows.From(x);
        long[] penalties = new long[n];
        Parallel.For(0, n, new ParallelOptions { CancellationToken = ct }, () => new float[n], (i, _, toAll) =>
        {
            rows.SquaredDistances(i, rows, toAll);
            foreach (int j in near.Of(i))
            {
                penalties[i] += Math.Max(0, Rank(toAll, i, j) - neighbourCount);
            }
            return toAll;
        }, _ => { });
        double scale = 2.0 / ((double)n * neighbourCount * ((2.0 * n) - (3.0 * neighbourCount) - 1));
        return 1 - (scale * penalties.Sum());
    }

    /// <summary>1 for the nearest other row; of equally far ones the lower row comes first.</summary>
    private static int Rank(float[] toAll, int self, int other)
    {
        int rank = 1;
        for (int j = 0; j < toAll.Length; j++)
        {
            bool closer = toAll[j] < toAll[other] || (toAll[j] == toAll[other] && j < other);
            rank += closer && j != self ? 1 : 0;
        }
        return rank;
    }
}
