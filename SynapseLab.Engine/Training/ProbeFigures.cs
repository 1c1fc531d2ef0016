using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Engine.Training;

/// <summary>What a fixed subset of cubes says of a network at one moment: of embeddings h, and of projections z of two views.</summary>
/// <param name="RankMe">Dimensions that h uses.</param>
/// <param name="Knn">Leave-one-out accuracy of the 5 nearest neighbours for the types of the synapses (<see cref="SynapseLabels.Of"/>), 0 … 1; null without types.</param>
/// <param name="LinearAccuracy">Accuracy of a linear probe for them, five folds; null without types.</param>
/// <param name="MajorityFraction">What always naming the commonest type would reach; null without types.</param>
/// <param name="IntensityR2">How well h tells the mean grey value of its cube; null with fewer than 10 cubes.</param>
/// <param name="Pairs">Of z; null where the method makes no pairs.</param>
internal sealed record ProbeFigures(
    double RankMe, double? Knn, double? LinearAccuracy, double? MajorityFraction, double? IntensityR2, PairFigures? Pairs)
{
    private const int LeastRows = 10;

    /// <summary>Of h, falling, min(n, d): what RankMe sums up.</summary>
    internal IReadOnlyList<double> SingularValues { get; init; } = [];

    /// <summary>Figures of embeddings (n, d) of the cubes named by <paramref name="indices"/>.</summary>
    internal static ProbeFigures Compute(EmbeddingMatrix h, IReadOnlyList<double> greyMeans, PairFigures? pairs, ICubeSource cubes, int[] indices, ulong seed)
    {
        var labels = cubes.Synapses is not { } synapses ? null : SynapseLabels.Of([.. indices.Select(index => synapses[index])]);
        var labelled = labels is null ? null : h.Select(labels.Rows);
        var linear = labels is null ? null : LinearProbe.CrossValidate(labelled!, labels.Classes, seed);
        double[] singular = Evaluation.RankMe.SingularValues(h);
        return new(
            Evaluation.RankMe.Of(singular),
            labels is null ? null : KnnAccuracy.LeaveOneOut(labelled!, labels.Classes),
            linear?.Accuracy,
            linear?.MajorityFraction,
            h.Count < LeastRows ? null : LinearReadout.CrossValidatedR2(h, [.. greyMeans], seed),
            pairs)
        {
            SingularValues = singular,
        };
    }
}

/// <summary>What projections of two views of the same cubes say.</summary>
/// <param name="Alignment">Mean squared distance of positives on the unit sphere, 0 … 4.</param>
/// <param name="Uniformity">−8 … 0, less is more even.</param>
/// <param name="PositiveCosine">Mean cosine of positives.</param>
/// <param name="NegativeCosine">Mean cosine of negatives.</param>
/// <param name="DirectionSpread">0 for constant output, 1 for an even spread.</param>
internal sealed record PairFigures(double Alignment, double Uniformity, double PositiveCosine, double NegativeCosine, double DirectionSpread)
{
    /// <summary>Figures of two views (n, o), n ≥ 2.</summary>
    internal static PairFigures Compute(EmbeddingMatrix view1, EmbeddingMatrix view2)
    {
        var spread = AlignmentUniformity.Compute(view1, view2);
        var cosines = PairCosines.Compute(view1, view2);
        return new(spread.Alignment, spread.Uniformity, cosines.Positive, cosines.Negative, Evaluation.DirectionSpread.Compute(view1));
    }
}
