using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class AgreementTests
{
    public static TheoryData<string> Fixtures => ScikitLearnFixture.Names;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Figures_Fixture_AreScikitLearns(string name)
    {
        ScikitLearnFixture fixture = ScikitLearnFixture.Load(name);
        Assert.Equal(fixture.Number("trustworthiness_5"), Trustworthiness.Compute(fixture.X, fixture.Picture, 5), 1e-9);
        Assert.Equal(fixture.Number("adjusted_rand_index"), AdjustedRandIndex.Compute(fixture.Labels, fixture.OtherLabels), 1e-12);
        Assert.Equal(fixture.Number("one_neighbour_accuracy"), KnnAccuracy.LeaveOneOut(fixture.X, fixture.Labels, 1), 1e-12);
    }

    [Fact]
    public void Trustworthiness_TheDataItself_IsOne() =>
        Assert.Equal(1, Trustworthiness.Compute(Planted.Uniform(30, 2, 1), Planted.Uniform(30, 2, 1), 5));

    [Fact]
    public void AdjustedRandIndex_OtherNamesSamePartition_IsOne() => Assert.Equal(1, AdjustedRandIndex.Compute([0, 0, 1, 2], [7, 7, 3, 1]));

    [Fact]
    public void AdjustedRandIndex_TrivialPartitions_IsOne()
    {
        Assert.Equal(1, AdjustedRandIndex.Compute([0, 0, 0], [1, 1, 1]));
        Assert.Equal(1, AdjustedRandIndex.Compute([], []));
    }

    [Fact]
    public void KnnAccuracy_TiedVotes_NearestWins()
    {
        EmbeddingMatrix x = new([0, 1, 3, 7, 15], 5, 1); // row 0: neighbours 1, 2 of classes 0 and 1
        Assert.Equal(0.2, KnnAccuracy.LeaveOneOut(x, [0, 0, 1, 2, 3], 2) - 0.2, 1e-12); // rows 0 and 1 hit
    }

    [Fact]
    public void KnnAccuracy_SeparatedClusters_IsOne() =>
        Assert.Equal(1, KnnAccuracy.LeaveOneOut(Planted.Clusters(40, 8, 4, 10), Planted.Labels(40, 4)));

    [Fact]
    public void KnnAccuracy_SingleRow_SaysSo() => Assert.Throws<EngineException>(() => KnnAccuracy.LeaveOneOut(Planted.Uniform(1, 2, 1), [0]));

    [Fact]
    public void Trustworthiness_TooManyNeighbours_SaysSo() =>
        Assert.Throws<EngineException>(() => Trustworthiness.Compute(Planted.Uniform(4, 2, 1), Planted.Uniform(4, 2, 2), 2));
}
