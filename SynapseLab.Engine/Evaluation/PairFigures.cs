namespace SynapseLab.Engine.Evaluation;

/// <summary>What projections z of two views of the same cubes say.</summary>
/// <param name="Alignment">Mean squared distance of positives on the unit sphere (<see cref="AlignmentUniformity"/>), 0 … 4.</param>
/// <param name="Uniformity">−8 … 0, less is more even.</param>
/// <param name="PositiveCosine">Mean cosine of positives (<see cref="PairCosines"/>).</param>
/// <param name="NegativeCosine">Mean cosine of negatives.</param>
/// <param name="DirectionSpread">√d times the mean standard deviation of a dimension of the unit projections (<see cref="Evaluation.DirectionSpread"/>): 0 for constant output, 1 for an even spread.</param>
public sealed record PairFigures(double Alignment, double Uniformity, double PositiveCosine, double NegativeCosine, double DirectionSpread)
{
    /// <summary>Figures of two views (n, o), n ≥ 2; row i of both belongs to one cube.</summary>
    public static PairFigures Compute(EmbeddingMatrix view1, EmbeddingMatrix view2)
    {
        var spread = AlignmentUniformity.Compute(view1, view2);
        var cosines = PairCosines.Compute(view1, view2);
        return new(spread.Alignment, spread.Uniformity, cosines.Positive, cosines.Negative, Evaluation.DirectionSpread.Compute(view1));
    }
}
