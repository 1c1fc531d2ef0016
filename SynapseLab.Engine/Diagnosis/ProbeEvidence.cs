using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Engine.Diagnosis;

/// <summary>Figures of the fixed probe cubes at one moment: of embeddings h (what is kept) and of projections z of two views (what the loss sees).</summary>
public sealed record ProbeEvidence
{
    /// <summary><see cref="Evaluation.RankMe"/> of the embeddings h.</summary>
    public required double RankMe { get; init; }

    /// <summary>Dimension d of h.</summary>
    public required int EmbeddingDimension { get; init; }

    /// <summary>Of z; null for methods that compare no views.</summary>
    public required PairFigures? Pairs { get; init; }

    /// <summary>How well h tells the mean grey value of the cube (<see cref="LinearReadout"/>), at most 1; null when it was not measured.</summary>
    public double? IntensityR2 { get; init; }
}
