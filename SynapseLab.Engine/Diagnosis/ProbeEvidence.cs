using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Engine.Diagnosis;

/// <summary>Figures of the fixed probe cubes at one moment: of embeddings h (what is kept) and of projections z of two views (what the loss sees).</summary>
public sealed record ProbeEvidence
{
    /// <summary><see cref="Evaluation.RankMe"/> of the embeddings h.</summary>
    public required double RankMe { get; init; }

    /// <summary>Dimension d of h.</summary>
    public required int EmbeddingDimension { get; init; }

    /// <summary>√d times the mean standard deviation of a dimension of the unit projections (<see cref="Evaluation.DirectionSpread"/>), 0 … 1.</summary>
    public required double DirectionSpread { get; init; }

    /// <summary>Mean cosine of positive pairs of z (<see cref="PairCosines"/>).</summary>
    public required double PositiveCosine { get; init; }

    /// <summary>Mean cosine of negative pairs of z.</summary>
    public required double NegativeCosine { get; init; }

    /// <summary>Of z (<see cref="AlignmentUniformity"/>), 0 … 4.</summary>
    public required double Alignment { get; init; }

    /// <summary>Of z, −8 … 0.</summary>
    public required double Uniformity { get; init; }

    /// <summary>How well h tells the mean grey value of the cube (<see cref="LinearReadout"/>), at most 1; null when it was not measured.</summary>
    public double? IntensityR2 { get; init; }
}
