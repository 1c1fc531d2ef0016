using SynapseLab.Engine.Losses;

namespace SynapseLab.Tests.Losses;

/// <summary>The least values of the contrastive losses, reached by the arrangements that they belong to.</summary>
public sealed class LeastLossTests
{
    [Theory]
    [InlineData(2, 0.07)]
    [InlineData(6, 0.07)]
    [InlineData(6, 1)]
    [InlineData(6, 5)]
    public void Least_RegularSimplex_IsReached(int cubes, double temperature)
    {
        double[][] simplex = [.. Axes(cubes).Select(axis => axis.Select(value => value - (1.0 / cubes)).ToArray())];

        Assert.Equal(NaiveNtXent.Loss(simplex, simplex, temperature), NtXent.Least(cubes, temperature), 1e-12);
        Assert.Equal(NaiveLosses.InfoNceOverBatch(simplex, simplex, temperature), InfoNceOverBatch.Least(cubes, temperature), 1e-12);
    }

    [Theory]
    [InlineData(0.07)]
    [InlineData(1)]
    public void Least_QueueAtRightAngles_IsReached(double temperature)
    {
        double[][] axes = Axes(6);

        Assert.Equal(NaiveLosses.InfoNceOverQueue(axes[..1], axes[..1], axes[1..], temperature), InfoNceOverQueue.Least(5, temperature), 1e-12);
    }

    private static double[][] Axes(int count) => [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Select(c => i == c ? 1.0 : 0).ToArray())];
}
