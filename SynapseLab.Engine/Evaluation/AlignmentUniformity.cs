using static SynapseLab.Engine.Evaluation.RowArithmetic;

namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// The two things a contrastive loss asks for (Wang and Isola 2020, https://arxiv.org/abs/2005.10242 §4.1), on unit rows; less is better.
/// </summary>
/// <param name="Alignment">Mean |a − b|² of positive pairs (the paper's α = 2), 0 … 4; 0 where both views are alike.</param>
/// <param name="Uniformity">ln of the mean of exp(−2|a − b|²) over all pairs of different cubes within a view (t = 2), averaged over both views,
/// −8 … 0; 0 where all rows are alike, about −4 + 8/d for rows spread evenly over the sphere in many dimensions.</param>
public sealed record AlignmentUniformity(double Alignment, double Uniformity)
{
    /// <summary>Compares two views of the same cubes, O(n²·d).</summary>
    /// <param name="view1">Projections, (n, d), n ≥ 2; normalised inside. A row of zeros stays 0.</param>
    /// <param name="view2">(n, d); row i of both is a positive pair.</param>
    /// <param name="ct">Stops between rows.</param>
    /// <exception cref="EngineException">The shapes differ, or there is a single pair.</exception>
    public static AlignmentUniformity Compute(EmbeddingMatrix view1, EmbeddingMatrix view2, CancellationToken ct = default)
    {
        (UnitRows a, UnitRows b) = UnitRows.Pair(view1, view2);
        if (a.Count < 2)
        {
            throw new EngineException("Uniformity compares different cubes, but only one came; give at least 2.");
        }
        double alignment = 0;
        for (int i = 0; i < a.Count; i++)
        {
            alignment += SquaredDistance(a[i], b[i]) / a.Count;
        }
        return new AlignmentUniformity(alignment, (OfOneView(a, ct) + OfOneView(b, ct)) / 2);
    }

    private static double OfOneView(UnitRows z, CancellationToken ct)
    {
        double[] sums = new double[z.Count]; // one slot a row: the order of summation does not depend on threads
        Parallel.For(0, z.Count, new ParallelOptions { CancellationToken = ct }, i =>
        {
            for (int j = i + 1; j < z.Count; j++)
            {
                sums[i] += Math.Exp(-2 * SquaredDistance(z[i], z[j]));
            }
        });
        return Math.Log(2 * sums.Sum() / ((double)z.Count * (z.Count - 1)));
    }

    /// <summary>|a − b|² = |a|² − 2ab + |b|².</summary>
    private static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        Math.Max(0, Dot(a, a) - (2 * Dot(a, b)) + Dot(b, b));
}
