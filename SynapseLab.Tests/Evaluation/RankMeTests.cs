using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class RankMeTests
{
    [Theory]
    [InlineData(20, 6)]
    [InlineData(6, 20)]
    public void Compute_AnyRows_IsTheNaiveFigure(int n, int d)
    {
        EmbeddingMatrix x = Planted.Uniform(n, d, 4);
        double[] singular = [.. NaiveSingularValues.Of(x, centred: false).Take(Math.Min(n, d))];
        double entropy = 0;
        foreach (double value in singular)
        {
            double p = (value / singular.Sum()) + 1e-7;
            entropy -= p * Math.Log(p);
        }
        Assert.Equal(Math.Exp(entropy), RankMe.Compute(x), 1e-6);
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(24, 8)]
    public void Compute_OrthogonalColumns_IsTheDimension(int n, int d)
    {
        float[] values = new float[n * d];
        for (int i = 0; i < n; i++)
        {
            values[(i * d) + (i % d)] = 2.5f;
        }
        Assert.Equal(d, RankMe.Compute(new EmbeddingMatrix(values, n, d)), 1e-4);
    }

    [Fact]
    public void Compute_MultiplesOfOneVector_IsOne()
    {
        float[] values = [.. Enumerable.Range(0, 30 * 16).Select(i => (1f + (i / 16)) * (1 + (i % 16)))]; // small integers: exact in float32
        Assert.InRange(RankMe.Compute(new EmbeddingMatrix(values, 30, 16)), 1, 1.0001);
    }

    [Fact]
    public void Compute_NothingButZeros_IsOne() => Assert.Equal(1, RankMe.Compute(new EmbeddingMatrix(new float[12], 3, 4)));

    [Fact]
    public void Compute_ScaledRows_DoesNotChange()
    {
        EmbeddingMatrix x = Planted.Clusters(30, 7, 3, 2);
        EmbeddingMatrix scaled = new([.. x.Values.Select(value => 64 * value)], 30, 7);
        Assert.Equal(RankMe.Compute(x), RankMe.Compute(scaled), 1e-9);
    }
}
