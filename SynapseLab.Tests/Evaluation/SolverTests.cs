using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class SolverTests
{
    /// <summary>½ Σ cₖ(xₖ − k)² with curvatures of 1 to 10,000.</summary>
    [Fact]
    public void Lbfgs_StretchedBowl_FindsTheBottom()
    {
        double[] curvatures = [1, 10, 100, 1000, 10_000], point = new double[5];
        double Bowl(double[] at, double[] gradient)
        {
            double value = 0;
            for (int k = 0; k < at.Length; k++)
            {
                gradient[k] = curvatures[k] * (at[k] - k);
                value += 0.5 * gradient[k] * (at[k] - k);
            }
            return value;
        }
        new Lbfgs(Bowl).Minimise(point, 1e-8, CancellationToken.None);
        Assert.All(point, (x, k) => Assert.Equal(k, x, 1e-7));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    public void Cholesky_PositiveDefinite_SolvesTheEquations(int n)
    {
        SeededRandom random = new(2);
        double[] factor = [.. Enumerable.Range(0, n * n).Select(_ => random.NextGaussian())], a = new double[n * n];
        for (int at = 0; at < a.Length; at++)
        {
            (int i, int j) = (at / n, at % n);
            a[at] = (i == j ? 0.5 : 0) + Enumerable.Range(0, n).Sum(k => factor[(i * n) + k] * factor[(j * n) + k]);
        }
        double[] b = [.. Enumerable.Range(0, n).Select(_ => random.NextGaussian())], solution = [.. b];
        Cholesky.Solve([.. a], solution);
        Assert.All(b, (right, i) => Assert.Equal(right, Enumerable.Range(0, n).Sum(j => a[(i * n) + j] * solution[j]), 1e-9));
    }
}
