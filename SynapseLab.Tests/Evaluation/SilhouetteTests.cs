using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class SilhouetteTests
{
    public static TheoryData<string> Fixtures => ScikitLearnFixture.Names;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Samples_Fixture_AreScikitLearns(string name)
    {
        ScikitLearnFixture fixture = ScikitLearnFixture.Load(name);
        double[] expected = fixture.Numbers("silhouette_samples");
        double[] samples = Silhouette.Samples(fixture.X, fixture.Labels);
        Assert.All(samples, (s, i) => Assert.Equal(expected[i], s, 1e-5));
        Assert.Equal(fixture.Number("silhouette_score"), Silhouette.Score(fixture.X, fixture.Labels), 1e-6);
    }

    [Fact]
    public void Samples_RandomLabelsWithASingleton_AreTheDefinitions()
    {
        EmbeddingMatrix x = Planted.Clusters(37, 19, 3, 1);
        int[] labels = [.. Enumerable.Range(0, 37).Select(i => i == 0 ? 5 : i * 7 % 4)];
        double[] samples = Silhouette.Samples(x, labels);
        for (int i = 0; i < x.Count; i++)
        {
            Assert.Equal(NaiveSample(x, labels, i), samples[i], 1e-5);
        }
    }

    [Fact]
    public void Curve_FourPlantedClusters_PeaksThere()
    {
        IReadOnlyList<SilhouettePoint> curve = Silhouette.Curve(Planted.Clusters(120, 16, 4, 3), [2, 3, 4, 5, 8, 119], 7);
        Assert.Equal(4, curve.MaxBy(p => p.Score)!.ClusterCount);
        Assert.Equal(Silhouette.Score(Planted.Clusters(120, 16, 4, 3), curve[2].Labels), curve[2].Score);
    }

    [Fact]
    public void Curve_EqualRows_IsZero() =>
        Assert.All(Silhouette.Curve(Planted.Constant(6, 3), [2, 5], 1), point => Assert.Equal(0, point.Score));

    [Theory]
    [InlineData(new[] { 0, 0, 0 })]
    [InlineData(new[] { 0, 1 })]
    [InlineData(new[] { 0, 1, -1 })]
    public void Score_UnusableLabels_SaysSo(int[] labels) =>
        Assert.Throws<EngineException>(() => Silhouette.Score(Planted.Uniform(3, 2, 1), labels));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Curve_ClusterCountOutOfRange_SaysSo(int k) =>
        Assert.Throws<EngineException>(() => Silhouette.Curve(Planted.Uniform(5, 2, 1), [k], 1));

    private static double NaiveSample(EmbeddingMatrix x, int[] labels, int i)
    {
        double MeanTo(int cluster) => Enumerable.Range(0, x.Count).Where(j => j != i && labels[j] == cluster)
            .Select(j => Naive.Distance(x, i, x, j)).DefaultIfEmpty(double.NaN).Average();
        double a = MeanTo(labels[i]);
        double b = labels.Distinct().Where(c => c != labels[i]).Min(MeanTo);
        return double.IsNaN(a) ? 0 : (b - a) / Math.Max(a, b);
    }
}
