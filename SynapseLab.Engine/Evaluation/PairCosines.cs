using static SynapseLab.Engine.Evaluation.RowArithmetic;

namespace SynapseLab.Engine.Evaluation;

/// <summary>Mean cosines between views: those that a contrastive loss draws together and those that it pushes apart.</summary>
/// <param name="Positive">Mean cosine of the two views of a cube, −1 … 1.</param>
/// <param name="Negative">Mean cosine of views of different cubes, within and across both views, −1 … 1; never below −1/(n − 1) where positives agree.</param>
public sealed record PairCosines(double Positive, double Negative)
{
    /// <summary>Means over all n positive and 2n(n − 1) negative pairs, O(n·d): Σ over all ordered pairs is |Σz|².</summary>
    /// <param name="view1">Projections, (n, d), n ≥ 2. A row of zeros has cosine 0 with everything.</param>
    /// <param name="view2">(n, d); row i of both is a positive pair.</param>
    /// <exception cref="EngineException">The shapes differ, or there is a single pair.</exception>
    public static PairCosines Compute(EmbeddingMatrix view1, EmbeddingMatrix view2)
    {
        (UnitRows a, UnitRows b) = UnitRows.Pair(view1, view2);
        if (a.Count < 2)
        {
            throw new EngineException("Negatives are views of different cubes, but only one cube came; give at least 2.");
        }
        double positive = 0, squares = 0;
        double[] sum = new double[a.Dimension];
        for (int i = 0; i < a.Count; i++)
        {
            positive += Dot(a[i], b[i]);
            squares += Dot(a[i], a[i]) + Dot(b[i], b[i]);
            AddScaled(sum, a[i], 1);
            AddScaled(sum, b[i], 1);
        }
        double n = a.Count;
        double negative = (Dot(sum, sum) - squares - (2 * positive)) / (4 * n * (n - 1)); // ordered pairs
        return new PairCosines(positive / n, negative);
    }
}
