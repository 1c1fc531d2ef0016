using static SynapseLab.Engine.Evaluation.RowArithmetic;

namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// How well a number of each cube (its mean grey value, say) can be read linearly from the embedding: R² of ridge regression on rows it was not fitted to.
/// Columns are standardised; the penalty is a tenth of the mean eigenvalue, so that more dimensions than rows do not fit noise.
/// </summary>
public static class LinearReadout
{
    private const double PenaltyFraction = 0.1;
    private const int FoldCount = 5;

    /// <summary>1 − Σ(y − ŷ)² / Σ(y − ȳ)² over five seeded folds, ŷ and ȳ from the other folds.</summary>
    /// <param name="x">Embeddings, (n, d), n ≥ 10.</param>
    /// <param name="y">The number of each row, finite, (n).</param>
    /// <param name="seed">Same seed, same folds.</param>
    /// <param name="ct">Stops between folds.</param>
    /// <returns>At most 1; 0 or below where the embedding tells nothing, also where y does not vary.</returns>
    /// <exception cref="EngineException">Fewer than 10 rows, another number of values, or a value that is not finite.</exception>
    public static double CrossValidatedR2(EmbeddingMatrix x, ReadOnlySpan<double> y, ulong seed, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (y.Length != x.Count || x.Count < 2 * FoldCount)
        {
            throw new EngineException($"Reading a number from embeddings needs at least {2 * FoldCount} of them and a number each, but got {x.Count} and {y.Length}.");
        }
        double[] targets = y.ToArray();
        int bad = Array.FindIndex(targets, value => !double.IsFinite(value));
        if (bad >= 0)
        {
            throw new EngineException($"Reading a number from embeddings needs finite numbers, but row {bad} has {targets[bad]}; leave that cube out.");
        }
        return WithFolds(x, targets, Folds.Stratified(new int[x.Count], FoldCount, seed), ct);
    }

    /// <summary>The same with given folds, 0 … k − 1, (n).</summary>
    internal static double WithFolds(EmbeddingMatrix x, double[] y, int[] folds, CancellationToken ct = default)
    {
        double residual = 0, total = 0;
        for (int fold = 0; fold <= folds.Max(); fold++)
        {
            ct.ThrowIfCancellationRequested();
            (int[] training, int[] test) = Folds.Split(folds, fold);
            StandardScaling scaling = new(x, training);
            double mean = training.Average(i => y[i]);
            double[] weights = Fit(scaling.Apply(x, training), [.. training.Select(i => y[i] - mean)], x.Dimension, ct);
            double[] rows = scaling.Apply(x, test);
            for (int i = 0; i < test.Length; i++)
            {
                double deviation = y[test[i]] - mean;
                double error = deviation - Dot(rows.AsSpan(i * x.Dimension, x.Dimension), weights);
                (residual, total) = (residual + (error * error), total + (deviation * deviation));
            }
        }
        return total > 0 ? 1 - (residual / total) : 0;
    }

    /// <summary>w = (XᵀX + λ)⁻¹Xᵀy, or for n &lt; d the same as Xᵀ(XXᵀ + λ)⁻¹y.</summary>
    private static double[] Fit(double[] rows, double[] y, int dimension, CancellationToken ct)
    {
        bool dual = y.Length < dimension;
        (int order, int length) = dual ? (y.Length, dimension) : (dimension, y.Length);
        double[] products = InnerProducts.Of(dual ? rows : Transposed(rows, dimension), order, length, ct);
        double mean = 0; // of the eigenvalues of XXᵀ: trace / n
        for (int i = 0; i < order; i++)
        {
            mean += products[(i * order) + i] / y.Length;
        }
        for (int i = 0; i < order; i++)
        {
            products[(i * order) + i] += mean > 0 ? PenaltyFraction * mean : 1;
        }
        double[] solution = dual ? y : Combined(rows, y, dimension);
        Cholesky.Solve(products, solution);
        return dual ? Combined(rows, solution, dimension) : solution;
    }

    private static double[] Transposed(double[] rows, int dimension)
    {
        int count = rows.Length / dimension;
        double[] columns = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            columns[(i % dimension * count) + (i / dimension)] = rows[i];
        }
        return columns;
    }

    /// <summary>Xᵀv, (d).</summary>
    private static double[] Combined(double[] rows, double[] v, int dimension)
    {
        double[] sum = new double[dimension];
        for (int i = 0; i < v.Length; i++)
        {
            AddScaled(sum, rows.AsSpan(i * dimension, dimension), v[i]);
        }
        return sum;
    }
}
