using static SynapseLab.Engine.Evaluation.RowArithmetic;

namespace SynapseLab.Engine.Evaluation;

/// <summary>The smaller of the two product matrices of embeddings, XᵀX (d, d) or XXᵀ (n, n): both have the same non-zero eigenvalues.</summary>
internal static class InnerProducts
{
    /// <summary>Mean of each column, (d).</summary>
    public static double[] ColumnMeans(EmbeddingMatrix x)
    {
        double[] mean = new double[x.Dimension];
        for (int i = 0; i < x.Count; i++)
        {
            ReadOnlySpan<float> row = x.Row(i);
            for (int c = 0; c < mean.Length; c++)
            {
                mean[c] += row[c];
            }
        }
        Scale(mean, 1.0 / x.Count);
        return mean;
    }

    /// <summary>Rows minus <paramref name="shift"/> (d), float64 (n, d).</summary>
    public static double[] ShiftedRows(EmbeddingMatrix x, double[] shift)
    {
        double[] rows = new double[x.Values.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = x.Values[i] - shift[i % x.Dimension];
        }
        return rows;
    }

    /// <summary>The same transposed, float64 (d, n).</summary>
    public static double[] ShiftedColumns(EmbeddingMatrix x, double[] shift)
    {
        double[] columns = new double[x.Values.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[((i % x.Dimension) * x.Count) + (i / x.Dimension)] = x.Values[i] - shift[i % x.Dimension];
        }
        return columns;
    }

    /// <summary>All inner products of the vectors (order, length), (order, order).</summary>
    public static double[] Of(double[] vectors, int order, int length, CancellationToken ct)
    {
        double[] products = new double[order * order];
        Parallel.For(0, order, new ParallelOptions { CancellationToken = ct }, i =>
        {
            ReadOnlySpan<double> mine = vectors.AsSpan(i * length, length);
            for (int j = i; j < order; j++)
            {
                products[(i * order) + j] = products[(j * order) + i] = Dot(mine, vectors.AsSpan(j * length, length));
            }
        });
        return products;
    }

    /// <summary>Eigenvalues of (X − shift)ᵀ(X − shift), largest first, (min(n, d)); rounding below 0 is 0.</summary>
    public static double[] Eigenvalues(EmbeddingMatrix x, double[] shift, CancellationToken ct)
    {
        bool gram = x.Count < x.Dimension;
        (int order, int length) = gram ? (x.Count, x.Dimension) : (x.Dimension, x.Count);
        double[] products = Of(gram ? ShiftedRows(x, shift) : ShiftedColumns(x, shift), order, length, ct);
        return [.. SymmetricEigen.Values(products, order).Select(value => Math.Max(value, 0))];
    }
}
