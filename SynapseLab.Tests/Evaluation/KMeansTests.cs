using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class KMeansTests
{
    public static TheoryData<string> Fixtures => ScikitLearnFixture.Names;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Fit_Fixture_ReachesScikitLearnsInertia(string name)
    {
        ScikitLearnFixture fixture = ScikitLearnFixture.Load(name);
        KMeansResult result = KMeans.Fit(fixture.X, fixture.Groups, 10, 1);
        Assert.InRange(result.Inertia / fixture.Number("kmeans_inertia"), 0.9999, 1.001);
    }

    [Fact]
    public void Fit_Result_IsAFixedPointOfLloyd()
    {
        EmbeddingMatrix x = Planted.Clusters(90, 7, 5, 1);
        KMeansResult result = KMeans.Fit(x, 6, 3, 2);
        EmbeddingMatrix centers = new(result.Centers, 6, 7);
        double inertia = 0;
        for (int i = 0; i < x.Count; i++)
        {
            int nearest = Enumerable.Range(0, 6).MinBy(k => Naive.Distance(x, i, centers, k));
            Assert.Equal(nearest, result.Labels[i]);
            inertia += Math.Pow(Naive.Distance(x, i, centers, nearest), 2);
        }
        Assert.Equal(inertia, result.Inertia, 1e-3);
        for (int k = 0; k < 6; k++)
        {
            int[] members = [.. Enumerable.Range(0, 90).Where(i => result.Labels[i] == k)];
            Assert.Equal(members.Average(i => (double)x.Row(i)[0]), centers.Row(k)[0], 1e-5);
        }
    }

    [Fact]
    public void Fit_SeparatedClusters_FindsThem()
    {
        int[] labels = KMeans.Fit(Planted.Clusters(100, 12, 5, 5), 5, 10, 3).Labels;
        Assert.Equal(1, AdjustedRandIndex.Compute(labels, Planted.Labels(100, 5)));
    }

    [Fact]
    public void Fit_SameSeed_SameLabels()
    {
        EmbeddingMatrix x = Planted.Uniform(80, 9, 4);
        KMeansResult first = KMeans.Fit(x, 7, 10, 5);
        KMeansResult second = KMeans.Fit(x, 7, 10, 5);
        Assert.Equal(first.Labels, second.Labels);
        Assert.Equal(first.Centers, second.Centers);
    }

    [Fact]
    public void Fit_EveryRowACluster_HasNoInertia() => Assert.Equal(0, KMeans.Fit(Planted.Uniform(9, 3, 1), 9, 2, 1).Inertia);

    [Fact]
    public void Fit_EqualRows_EndsWithoutInertia() => Assert.Equal(0, KMeans.Fit(Planted.Constant(8, 3), 4, 2, 1).Inertia);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(6, 1)]
    [InlineData(2, 0)]
    public void Fit_OutOfRange_SaysSo(int k, int starts) =>
        Assert.Throws<EngineException>(() => KMeans.Fit(Planted.Uniform(5, 2, 1), k, starts, 1));
}
