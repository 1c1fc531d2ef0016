namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// How many dimensions embeddings really use (Garrido et al. 2023, https://arxiv.org/abs/2210.02885 eqs. 1–2):
/// exp(−Σ pₖ ln pₖ) with pₖ = σₖ / Σσ + ε over the min(n, d) singular values σ of the rows as they are, not centred.
/// </summary>
public static class RankMe
{
    /// <summary>ε, the paper's for float32 rows. It keeps ln finite at σ = 0 and adds less than 2·10⁻⁶ to the entropy for each dimension without values.</summary>
    public const double Epsilon = 1e-7;

    /// <summary>
    /// About 1 where all rows are multiples of one vector (or all are 0), min(n, d) where all singular values are alike. Singular values come from the
    /// eigenvalues of a product matrix, exact to about 10⁻⁸ of the largest: below ε.
    /// </summary>
    /// <param name="x">Embeddings, (n, d); n well above the rank that is to be seen: n rows show at most n dimensions.</param>
    /// <param name="ct">Stops between rows of the matrix.</param>
    public static double Compute(EmbeddingMatrix x, CancellationToken ct = default) => Of(SingularValues(x, ct));

    /// <summary>The same from singular values that are known already; 1 where all are 0.</summary>
    /// <param name="singular">As <see cref="SingularValues"/> gives.</param>
    public static double Of(IReadOnlyList<double> singular)
    {
        double sum = singular.Sum();
        return sum > 0 ? Math.Exp(-singular.Select(value => (value / sum) + Epsilon).Sum(p => p * Math.Log(p))) : 1;
    }

    /// <summary>Singular values of the rows as they are, falling, (min(n, d)).</summary>
    /// <param name="x">Embeddings, (n, d).</param>
    /// <param name="ct">Stops between rows of the matrix.</param>
    public static double[] SingularValues(EmbeddingMatrix x, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        return [.. InnerProducts.Eigenvalues(x, new double[x.Dimension], ct).Select(Math.Sqrt)];
    }
}
