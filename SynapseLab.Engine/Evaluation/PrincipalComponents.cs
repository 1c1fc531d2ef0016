using static SynapseLab.Engine.Evaluation.RowArithmetic;

namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// Principal components by the eigenvectors of the smaller of two matrices: the covariance (d, d), or for n &lt; d the Gram matrix (n, n) of
/// the centred rows, which has the same non-zero eigenvalues. float64 inside; O(n·d·min(n, d) + min(n, d)³).
/// </summary>
public static class PrincipalComponents
{
    private const double RoundingFraction = 1e-12; // of the largest eigenvalue: below it a Gram eigenvector is rounding, not direction

    /// <summary>Fits and projects.</summary>
    /// <param name="x">Embeddings, (n, d).</param>
    /// <param name="count">Components c, 1 … min(n, d).</param>
    /// <param name="ct">Stops between rows of the matrix.</param>
    /// <returns>Components of decreasing variance; each has its largest weight (by magnitude) positive, so that the sign is fixed.
    /// For n &lt; d a component without variance is 0.</returns>
    /// <exception cref="EngineException">c lies outside 1 … min(n, d).</exception>
    public static PrincipalComponentsResult Fit(EmbeddingMatrix x, int count, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        int order = Math.Min(x.Count, x.Dimension);
        if (count < 1 || count > order)
        {
            throw new EngineException($"Embeddings of {x.Count} × {x.Dimension} have 1 to {order} principal components, but {count} were asked for.");
        }
        double[] mean = InnerProducts.ColumnMeans(x);
        bool gram = x.Count < x.Dimension;
        double[] vectors = gram ? InnerProducts.ShiftedRows(x, mean) : InnerProducts.ShiftedColumns(x, mean); // (order, length)
        int length = gram ? x.Dimension : x.Count;
        double[] products = InnerProducts.Of(vectors, order, length, ct);
        (double[] values, double[] eigenvectors) = SymmetricEigen.Decompose(products, order);
        double total = values.Sum(value => Math.Max(value, 0));
        double[] components = new double[count * x.Dimension];
        for (int k = 0; k < count; k++)
        {
            Span<double> component = components.AsSpan(k * x.Dimension, x.Dimension);
            ReadOnlySpan<double> eigenvector = eigenvectors.AsSpan(k * order, order);
            if (gram && values[k] > RoundingFraction * values[0])
            {
                CombineRows(eigenvector, vectors, component);
            }
            else if (!gram)
            {
                eigenvector.CopyTo(component);
            }
            FixSign(component);
        }
        double[] variances = [.. values.Take(count).Select(value => Math.Max(value, 0) / Math.Max(1, x.Count - 1))];
        double[] fractions = [.. values.Take(count).Select(value => total > 0 ? Math.Max(value, 0) / total : 0)];
        return new PrincipalComponentsResult(Project(x, mean, components, count), mean, components, variances, fractions, x.Count, x.Dimension);
    }

    /// <summary>A Gram eigenvector u gives the component Xᵀu, made unit.</summary>
    private static void CombineRows(ReadOnlySpan<double> weights, double[] rows, Span<double> component)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            AddScaled(component, rows.AsSpan(i * component.Length, component.Length), weights[i]);
        }
        double norm = Math.Sqrt(Dot(component, component));
        Scale(component, 1 / norm);
    }

    private static void FixSign(Span<double> component)
    {
        double largest = 0;
        foreach (double weight in component)
        {
            largest = Math.Abs(weight) > Math.Abs(largest) ? weight : largest;
        }
        Scale(component, largest < 0 ? -1 : 1);
    }

    private static float[] Project(EmbeddingMatrix x, double[] mean, double[] components, int count)
    {
        float[] projected = new float[x.Count * count];
        double[] centred = new double[x.Dimension];
        for (int i = 0; i < x.Count; i++)
        {
            ReadOnlySpan<float> row = x.Row(i);
            for (int c = 0; c < centred.Length; c++)
            {
                centred[c] = row[c] - mean[c];
            }
            for (int k = 0; k < count; k++)
            {
                projected[(i * count) + k] = (float)Dot(centred, components.AsSpan(k * x.Dimension, x.Dimension));
            }
        }
        return projected;
    }
}
