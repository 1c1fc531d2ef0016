using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class HopkinsTests
{
    [Fact]
    public void Compute_UniformSquareTextbookExponent_FollowsBeta()
    {
        // Fresh squares, one value each: H ~ Beta(m, m) has mean 1/2 and variance 1 / (4 (2m + 1)).
        double[] values = [.. Enumerable.Range(0, 300).Select(s => Hopkins.Compute(Planted.Uniform(300, 2, s + 1), 1, (ulong)s, HopkinsExponent.Dimension).Mean)];
        Assert.Equal(0.5, values.Average(), 0.015);
        double variance = values.Average(v => Math.Pow(v - 0.5, 2));
        Assert.InRange(variance * 4 * ((2 * 30) + 1), 0.7, 1.4);
    }

    [Fact]
    public void Compute_RectangleInManyDimensionsTextbookExponent_FindsThePlane()
    {
        EmbeddingMatrix square = Planted.Uniform(300, 2, 4);
        float[] values = new float[300 * 8];
        for (int i = 0; i < 300; i++)
        {
            (values[(8 * i) + 2], values[(8 * i) + 5]) = (2 * square.Row(i)[0], square.Row(i)[1]);
        }
        HopkinsResult result = Hopkins.Compute(new EmbeddingMatrix(values, 300, 8), 50, 1, HopkinsExponent.Dimension);
        Assert.Equal(2, result.Power);
        Assert.Equal(0.5, result.Mean, 0.1);
    }

    [Fact]
    public void Compute_Clusters_IsHigh()
    {
        EmbeddingMatrix x = Planted.Clusters(200, 2, 4, 20);
        Assert.InRange(Hopkins.Compute(x, 20, 1).Mean, 0.85, 1);
        Assert.InRange(Hopkins.Compute(x, 20, 1, HopkinsExponent.Dimension).Mean, 0.95, 1);
    }

    [Fact]
    public void Ratio_SmallDistances_IsTheFormula()
    {
        double[] u = [1, 2, 3], w = [0.5, 0.25, 1];
        Assert.Equal(6 / 7.75, Hopkins.Ratio(u, w, 1), 1e-12);
        Assert.Equal(36 / (36 + 0.125 + 0.015625 + 1), Hopkins.Ratio(u, w, 3), 1e-12);
        Assert.Equal(0.5, Hopkins.Ratio([1e-200], [1e-200], 5));
    }

    [Fact]
    public void Compute_TwoRowsOnAKnownSegment_UsesTheOtherRow()
    {
        // w is 1 for both rows and u at most 1/2: H = u / (u + 1) lies in 0 … 1/3.
        HopkinsResult result = Hopkins.Compute(new EmbeddingMatrix([0, 1], 2, 1), 50, 3);
        Assert.Equal(1, result.SampleSize);
        Assert.All(result.Values, h => Assert.InRange(h, 0, 1.0 / 3));
        Assert.Equal(0.2, result.Mean, 0.05); // ∫ 2u/(u+1) over 0 … ½ = 1 − 2 ln 1.5
    }

    [Fact]
    public void Compute_EqualRows_SaysNothing() => Assert.All(Hopkins.Compute(Planted.Constant(20, 4), 3, 1).Values, h => Assert.Equal(0.5, h));

    [Fact]
    public void Compute_EqualRowsTextbook_SaysNothing() =>
        Assert.Equal(0.5, Hopkins.Compute(Planted.Constant(20, 4), 3, 1, HopkinsExponent.Dimension).Mean);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 0)]
    public void Compute_TooLittle_SaysSo(int n, int repeats) => Assert.Throws<EngineException>(() => Hopkins.Compute(Planted.Uniform(n, 2, 1), repeats, 1));
}
