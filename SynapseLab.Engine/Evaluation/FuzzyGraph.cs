namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// UMAP's weighted graph of the data (McInnes, Healy and Melville 2018, §3.1 and algorithms 2–3): from each row's own distance scale to
/// memberships exp(−(d − ρ)/σ), joined over both directions by the probabilistic sum a + b − a·b.
/// </summary>
/// <param name="Heads">First row of each edge; both directions are listed.</param>
/// <param name="Tails">Second row of each edge.</param>
/// <param name="Weights">Membership, (0, 1].</param>
internal sealed record FuzzyGraph(int[] Heads, int[] Tails, double[] Weights)
{
    private const int BisectionCount = 64;
    private const double Tolerance = 1e-5;
    private const double SmallestSigmaFraction = 1e-3; // of the mean distance: many equal rows must not make σ vanish

    /// <summary>The graph of the rows' nearest neighbours.</summary>
    public static FuzzyGraph From(NeighbourTable neighbours)
    {
        double meanDistance = neighbours.Distances.Average(d => (double)d);
        Dictionary<(int, int), double> directed = [];
        for (int i = 0; i < neighbours.Count; i++)
        {
            ReadOnlySpan<float> distances = neighbours.DistancesOf(i);
            (double rho, double sigma) = LocalScale(distances, meanDistance);
            for (int k = 0; k < distances.Length; k++)
            {
                directed[(i, neighbours.Of(i)[k])] = Membership(distances[k], rho, sigma);
            }
        }
        return Union(directed);
    }

    /// <summary>
    /// ρ = distance to the nearest row that is not equal; σ such that Σ exp(−max(0, d − ρ)/σ) = log₂ of the neighbour count (the row itself
    /// counted, as in umap-learn), by bisection.
    /// </summary>
    internal static (double Rho, double Sigma) LocalScale(ReadOnlySpan<float> distances, double meanDistance)
    {
        double target = Math.Log2(distances.Length + 1), rho = 0, mean = 0;
        for (int k = distances.Length - 1; k >= 0; k--)
        {
            rho = distances[k] > 0 ? distances[k] : rho;
            mean += distances[k] / distances.Length;
        }
        double low = 0, high = double.PositiveInfinity, sigma = 1;
        for (int step = 0; step < BisectionCount; step++)
        {
            double sum = 0;
            foreach (float distance in distances)
            {
                sum += Membership(distance, rho, sigma);
            }
            if (Math.Abs(sum - target) < Tolerance)
            {
                break;
            }
            (low, high) = sum > target ? (low, sigma) : (sigma, high);
            sigma = double.IsPositiveInfinity(high) ? sigma * 2 : (low + high) / 2;
        }
        return (rho, Math.Max(sigma, SmallestSigmaFraction * (rho > 0 ? mean : meanDistance)));
    }

    private static double Membership(double distance, double rho, double sigma) =>
        distance <= rho || sigma <= 0 ? 1 : Math.Exp(-(distance - rho) / sigma);

    private static FuzzyGraph Union(Dictionary<(int Head, int Tail), double> directed)
    {
        SortedDictionary<(int Head, int Tail), double> joined = [];
        foreach (((int head, int tail), double weight) in directed)
        {
            double back = directed.GetValueOrDefault((tail, head));
            double both = weight + back - (weight * back);
            joined[(head, tail)] = both;
            joined[(tail, head)] = both;
        }
        return new FuzzyGraph([.. joined.Keys.Select(e => e.Head)], [.. joined.Keys.Select(e => e.Tail)], [.. joined.Values]);
    }
}
