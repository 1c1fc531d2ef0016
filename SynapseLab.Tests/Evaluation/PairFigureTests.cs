using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class PairFigureTests
{
    private static readonly EmbeddingMatrix s_first = Planted.Clusters(14, 5, 3, 1, seed: 1);
    private static readonly EmbeddingMatrix s_second = Planted.Clusters(14, 5, 3, 1, seed: 2);

    [Fact]
    public void Compute_AnyPairs_AreTheNaiveFigures()
    {
        AlignmentUniformity figures = AlignmentUniformity.Compute(s_first, s_second);
        Assert.Equal(NaivePairs.Alignment(s_first, s_second), figures.Alignment, 1e-12);
        Assert.Equal((NaivePairs.Uniformity(s_first) + NaivePairs.Uniformity(s_second)) / 2, figures.Uniformity, 1e-12);
        PairCosines cosines = PairCosines.Compute(s_first, s_second);
        (double positive, double negative) = NaivePairs.Cosines(s_first, s_second);
        Assert.Equal(positive, cosines.Positive, 1e-12);
        Assert.Equal(negative, cosines.Negative, 1e-12);
        Assert.Equal(NaivePairs.Spread(s_first), DirectionSpread.Compute(s_first), 1e-12);
    }

    [Fact]
    public void Compute_SameViewTwice_IsPerfectlyAligned()
    {
        Assert.Equal(0, AlignmentUniformity.Compute(s_first, s_first).Alignment, 1e-14);
        Assert.Equal(1, PairCosines.Compute(s_first, s_first).Positive, 1e-14);
    }

    [Fact]
    public void Uniformity_EvenlyAroundTheCircle_IsTheBesselFunction()
    {
        const int n = 48;
        const double BesselI0Of4 = 11.301921952136330; // Abramowitz and Stegun, 9.6.10
        float[] values = new float[2 * n];
        for (int i = 0; i < n; i++)
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / n);
            (values[2 * i], values[(2 * i) + 1]) = ((float)cosine, (float)sine);
        }
        EmbeddingMatrix circle = new(values, n, 2);
        double expected = Math.Log(((n * Math.Exp(-4) * BesselI0Of4) - 1) / (n - 1)); // without each point's pair with itself
        Assert.Equal(expected, AlignmentUniformity.Compute(circle, circle).Uniformity, 1e-6);
        Assert.Equal(1, DirectionSpread.Compute(circle), 1e-6);
    }

    [Fact]
    public void Compute_OrthogonalRows_HasClosedForms()
    {
        EmbeddingMatrix axes = new([3, 0, 0, 0, 5, 0, 0, 0, 7], 3, 3);
        Assert.Equal(-4, AlignmentUniformity.Compute(axes, axes).Uniformity, 1e-12);
        Assert.Equal(0, PairCosines.Compute(axes, axes).Negative, 1e-12);
        Assert.Equal(Math.Sqrt(2.0 / 3), DirectionSpread.Compute(axes), 1e-12);
    }

    [Fact]
    public void Compute_OppositeRows_ReachesTheLimits()
    {
        EmbeddingMatrix poles = new([2, 0, -1, 0], 2, 2), swapped = new([-2, 0, 1, 0], 2, 2);
        Assert.Equal(-8, AlignmentUniformity.Compute(poles, poles).Uniformity, 1e-12);
        Assert.Equal(4, AlignmentUniformity.Compute(poles, swapped).Alignment, 1e-12);
        Assert.Equal(-1, PairCosines.Compute(poles, poles).Negative, 1e-12);
    }

    [Fact]
    public void Compute_EqualRows_IsCollapsed()
    {
        EmbeddingMatrix constant = Planted.Constant(6, 4);
        AlignmentUniformity figures = AlignmentUniformity.Compute(constant, constant);
        Assert.Equal(0, figures.Alignment, 1e-12);
        Assert.Equal(0, figures.Uniformity, 1e-12);
        Assert.Equal(1, PairCosines.Compute(constant, constant).Negative, 1e-12);
        Assert.Equal(0, DirectionSpread.Compute(constant), 1e-12);
    }

    [Fact]
    public void Compute_ZeroRows_GivesNumbers()
    {
        EmbeddingMatrix zeros = new(new float[8], 4, 2);
        Assert.Equal(0, AlignmentUniformity.Compute(zeros, zeros).Uniformity);
        Assert.Equal(new PairCosines(0, 0), PairCosines.Compute(zeros, zeros));
    }

    [Fact]
    public void Compute_ShapesDifferOrOneCube_SaysSo()
    {
        EmbeddingMatrix one = Planted.Uniform(1, 5, 1);
        Assert.Contains("14 × 5 and 1 × 5", Assert.Throws<EngineException>(() => PairCosines.Compute(s_first, one)).Message, StringComparison.Ordinal);
        Assert.Throws<EngineException>(() => PairCosines.Compute(one, one));
        Assert.Throws<EngineException>(() => AlignmentUniformity.Compute(one, one));
    }
}
