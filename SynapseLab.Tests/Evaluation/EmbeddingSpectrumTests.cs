using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class EmbeddingSpectrumTests
{
    [Theory]
    [InlineData(20, 6)]
    [InlineData(6, 20)]
    public void Compute_AnyRows_HasTheNaiveFractions(int n, int d)
    {
        EmbeddingMatrix x = Planted.Uniform(n, d, 9);
        double[] variances = [.. NaiveSingularValues.Of(x, centred: true).Take(Math.Min(n, d)).Select(value => value * value)];
        EmbeddingSpectrum spectrum = EmbeddingSpectrum.Compute(x);
        Assert.Equal(Math.Min(n, d), spectrum.VarianceFractions.Length);
        Assert.All(spectrum.VarianceFractions, (fraction, k) => Assert.Equal(variances[k] / variances.Sum(), fraction, 1e-10));
        Assert.Equal(Math.Min(n - 1, d), spectrum.EffectiveDimension);
    }

    [Theory]
    [InlineData(0.02, 2)] // standard deviation beside 1: 4·10⁻⁴ of the variance
    [InlineData(0.005, 1)] // 2.5·10⁻⁵
    public void Compute_SecondDirection_CountsFromOnePercentOfTheFirst(double deviation, int expected)
    {
        float small = (float)deviation;
        EmbeddingMatrix x = new([1, small, 9, 1, -small, 9, -1, small, 9, -1, -small, 9], 4, 3);
        EmbeddingSpectrum spectrum = EmbeddingSpectrum.Compute(x);
        double variance = (double)small * small;
        Assert.Equal(1 / (1 + variance), spectrum.VarianceFractions[0], 1e-12);
        Assert.Equal(variance / (1 + variance), spectrum.VarianceFractions[1], 1e-12);
        Assert.Equal(expected, spectrum.EffectiveDimension);
    }

    [Fact]
    public void Compute_EqualRows_HasNoDirection()
    {
        EmbeddingSpectrum spectrum = EmbeddingSpectrum.Compute(new EmbeddingMatrix([2, 3, 2, 3, 2, 3], 3, 2));
        Assert.Equal([0, 0], spectrum.VarianceFractions);
        Assert.Equal(0, spectrum.EffectiveDimension);
    }
}
