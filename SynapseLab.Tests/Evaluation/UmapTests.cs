using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class UmapTests
{
    [Fact]
    public void Fit_PlantedClusters_KeepsNeighboursAndClusters()
    {
        EmbeddingMatrix x = Planted.Clusters(300, 32, 6, 1.5);
        EmbeddingMatrix picture = new(Umap.Fit(x), 300, 2);
        Assert.InRange(Trustworthiness.Compute(x, picture, 15), 0.9, 1);
        Assert.InRange(KnnAccuracy.LeaveOneOut(picture, Planted.Labels(300, 6)), 0.99, 1);
        Assert.Equal(0, picture.Values.Average(), 1e-3);
    }

    [Fact]
    public void Fit_CurvedSheet_IsTrustworthierThanItsPrincipalComponents()
    {
        EmbeddingMatrix roll = Roll(500);
        double umap = Trustworthiness.Compute(roll, new EmbeddingMatrix(Umap.Fit(roll), 500, 2), 10);
        double pca = Trustworthiness.Compute(roll, PrincipalComponents.Fit(roll, 2).Leading(2), 10);
        Assert.True(umap > pca && umap > 0.97, $"UMAP {umap}, PCA {pca}");
    }

    [Fact]
    public void Fit_SameSeed_SameBits()
    {
        EmbeddingMatrix x = Planted.Uniform(120, 10, 2);
        UmapOptions options = new() { EpochCount = 100, Seed = 9 };
        Assert.Equal(Umap.Fit(x, options), Umap.Fit(x, options));
        Assert.NotEqual(Umap.Fit(x, options), Umap.Fit(x, options with { Seed = 10 }));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 1)]
    [InlineData(16, 2)]
    public void Fit_FewRows_IsFinite(int n, int d)
    {
        float[] points = Umap.Fit(Planted.Uniform(n, d, 1));
        Assert.Equal(2 * n, points.Length);
        Assert.All(points, p => Assert.True(float.IsFinite(p)));
    }

    [Fact]
    public void Fit_EqualRows_IsFinite() => Assert.All(Umap.Fit(Planted.Constant(40, 5)), p => Assert.True(float.IsFinite(p)));

    [Theory]
    [InlineData(0.1, 1, 1.576943, 0.895061)] // umap-learn's a and b for its defaults
    [InlineData(0.001, 1, 1.929073, 0.791511)]
    [InlineData(0.5, 1, 0.583030, 1.334167)]
    public void Curve_KnownSettings_AreTheKnownParameters(double minDist, double spread, double a, double b)
    {
        UmapCurve curve = UmapCurve.Fit(minDist, spread);
        Assert.Equal(a, curve.A, 2e-3);
        Assert.Equal(b, curve.B, 2e-3);
    }

    [Fact]
    public void LocalScale_AnyDistances_SumsToLogOfTheNeighbourCount()
    {
        float[] distances = [0.4f, 0.5f, 0.9f, 1.1f, 1.2f, 2f, 3f];
        (double rho, double sigma) = FuzzyGraph.LocalScale(distances, 1);
        Assert.Equal(0.4f, rho);
        Assert.Equal(3, distances.Sum(d => Math.Exp(-Math.Max(0, d - rho) / sigma)), 1e-4); // log₂ 8
    }

    [Fact]
    public void Fit_OptionsOutOfRange_SaysSo() =>
        Assert.Throws<EngineException>(() => Umap.Fit(Planted.Uniform(9, 2, 1), new UmapOptions { MinDist = 2 }));

    [Fact]
    public void Fit_Cancelled_Stops()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Umap.Fit(Planted.Uniform(50, 2, 1), null, null, source.Token));
    }

    /// <summary>A sheet rolled up in three dimensions.</summary>
    private static EmbeddingMatrix Roll(int count)
    {
        SeededRandom random = new(3);
        float[] values = new float[3 * count];
        for (int i = 0; i < count; i++)
        {
            double angle = 1.5 * Math.PI * (1 + (2 * random.NextDouble()));
            (values[3 * i], values[(3 * i) + 1], values[(3 * i) + 2]) =
                ((float)(angle * Math.Cos(angle)), (float)(10 * random.NextDouble()), (float)(angle * Math.Sin(angle)));
        }
        return new EmbeddingMatrix(values, count, 3);
    }
}
