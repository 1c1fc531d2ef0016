namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// How the variance of embeddings spreads over directions: eigenvalues of their covariance as fractions of its trace. A spectrum that breaks
/// off early is dimensional collapse (Jing et al. 2022, https://arxiv.org/abs/2110.09348).
/// </summary>
/// <param name="VarianceFractions">Decreasing, sum 1, (min(n, d)); all 0 where all rows are equal.</param>
/// <param name="EffectiveDimension">Directions that carry at least <see cref="Threshold"/> of the variance of the first.</param>
public sealed record EmbeddingSpectrum(double[] VarianceFractions, int EffectiveDimension)
{
    /// <summary>A direction counts from 10⁻⁴ of the first one's variance, 1 % of its standard deviation: far above float32 rounding, far below any use.</summary>
    public const double Threshold = 1e-4;

    /// <summary>Computes the spectrum.</summary>
    /// <param name="x">Embeddings, (n, d); n rows show at most n − 1 directions.</param>
    /// <param name="ct">Stops between rows of the matrix.</param>
    public static EmbeddingSpectrum Compute(EmbeddingMatrix x, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        double[] eigenvalues = InnerProducts.Eigenvalues(x, InnerProducts.ColumnMeans(x), ct);
        double trace = eigenvalues.Sum();
        double[] fractions = [.. eigenvalues.Select(value => trace > 0 ? value / trace : 0)];
        return new EmbeddingSpectrum(fractions, fractions.Count(fraction => fraction > 0 && fraction >= Threshold * fractions[0]));
    }
}
