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
