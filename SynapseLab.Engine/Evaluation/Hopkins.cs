namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// Hopkins statistic: H = Σuᵉ / (Σuᵉ + Σwᵉ), where u are distances from m uniform points of the bounding box to their nearest row, and w
/// from m rows to their nearest other row (Hopkins and Skellam 1954). Near 0.5 for uniform rows, towards 1 for clustered ones.
/// </summary>
public static class Hopkins
{
    private const double TextbookVarianceFraction = 0.9;
    private const int LargestTextbookDimension = 5;

    /// <summary>Repeats the statistic with fresh uniform points and rows; m = ⌊n/10⌋, at least 1.</summary>
    /// <param name="x">Embeddings, (n, d), n ≥ 2.</param>
    /// <param name="repeats">Number of repeats, at least 1.</param>
    /// <param name="seed">Same seed, same values.</param>
    /// <param name="exponent">
    /// <see cref="HopkinsExponent.One"/>: e = 1 on the embeddings as they are (the seed's). <see cref="HopkinsExponent.Dimension"/>:
    /// e = d for d ≤ 5 columns, else e = p on the p ≤ 5 principal components that explain 90 % of the variance; then H ~ Beta(m, m) for rows
    /// that are uniform in the box of these axes.
    /// </param>
    /// <param name="ct">Stops between repeats.</param>
    /// <returns>Where all rows are alike, every value is 0.5: nothing speaks for or against clusters.</returns>
    /// <exception cref="EngineException">Fewer than 2 rows or no repeat.</exception>
    public static HopkinsResult Compute(
        EmbeddingMatrix x, int repeats, ulong seed, HopkinsExponent exponent = HopkinsExponent.One, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Count < 2 || repeats < 1)
        {
            throw new EngineException($"The Hopkins statistic needs at least 2 embeddings and 1 repeat, but got {x.Count} and {repeats}.");
        }
        EmbeddingMatrix space = exponent == HopkinsExponent.Dimension ? MainComponents(x) : x;
        int power = exponent == HopkinsExponent.Dimension ? space.Dimension : 1;
        int sampleSize = Math.Max(1, x.Count / 10);
        float[] toNeighbour = NearestNeighbours.Find(space, 1, ct: ct).Distances; // w of every row, (n)
        PaddedRows rows = PaddedRows.From(space);
        (float[] low, float[] high) = BoundingBox(space);
        double[] values = new double[repeats];
        Parallel.For(0, repeats, new ParallelOptions { CancellationToken = ct }, repeat =>
        {
            SeededRandom random = new(seed, (ulong)repeat);
            double[] u = UniformDistances(rows, low, high, sampleSize, random);
            double[] w = [.. random.Sample(x.Count, sampleSize).Select(row => (double)toNeighbour[row])];
            values[repeat] = Ratio(u, w, power);
        });
        return HopkinsResult.From(values, sampleSize, power);
    }

    /// <summary>Σuᵉ / (Σuᵉ + Σwᵉ), scaled by the largest distance so that high powers neither overflow nor vanish.</summary>
    internal static double Ratio(double[] u, double[] w, int power)
    {
        double largest = Math.Max(u.Max(), w.Max());
        if (largest <= 0)
        {
            return 0.5;
        }
        double uniform = u.Sum(distance => Math.Pow(distance / largest, power));
        double data = w.Sum(distance => Math.Pow(distance / largest, power));
        return uniform / (uniform + data);
    }

    private static double[] UniformDistances(PaddedRows rows, float[] low, float[] high, int count, SeededRandom random)
    {
        PaddedRows points = new(count, rows.Dimension);
        float[] toRows = new float[rows.Count];
        double[] nearest = new double[count];
        for (int i = 0; i < count; i++)
        {
            Span<float> point = points.Row(i);
            for (int c = 0; c < point.Length; c++)
            {
                point[c] = (float)(low[c] + (random.NextDouble() * ((double)high[c] - low[c])));
            }
            points.SquaredDistances(i, rows, toRows);
            nearest[i] = Math.Sqrt(toRows.Min());
        }
        return nearest;
    }

    private static EmbeddingMatrix MainComponents(EmbeddingMatrix x)
    {
        if (x.Dimension <= LargestTextbookDimension)
        {
            return x; // a rotation of a full box would only leave its corners empty
        }
        PrincipalComponentsResult pca = PrincipalComponents.Fit(x, Math.Min(LargestTextbookDimension, Math.Min(x.Count, x.Dimension)));
        double explained = 0;
        int kept = 0;
        while (kept < pca.ComponentCount && explained < TextbookVarianceFraction)
        {
            explained += pca.ExplainedVarianceFraction[kept++];
        }
        return pca.Leading(kept);
    }

    private static (float[] Low, float[] High) BoundingBox(EmbeddingMatrix x)
    {
        float[] low = x.Row(0).ToArray(), high = x.Row(0).ToArray();
        for (int i = 1; i < x.Count; i++)
        {
            for (int c = 0; c < low.Length; c++)
            {
                low[c] = Math.Min(low[c], x.Row(i)[c]);
                high[c] = Math.Max(high[c], x.Row(i)[c]);
            }
        }
        return (low, high);
    }
}
