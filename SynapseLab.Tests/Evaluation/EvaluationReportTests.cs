using System.Text.Json;
using System.Xml.Linq;
using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Evaluation.Plots;

namespace SynapseLab.Tests.Evaluation;

public sealed class EvaluationReportTests
{
    [Fact]
    public void Compute_PlantedClusters_FindsThemAboveTheNull()
    {
        EvaluationReport report = EvaluationReport.Compute(Planted.Clusters(80, 24, 4, 3), Planted.Info(80), null);
        Assert.Equal(4, report.ClusterCount);
        Assert.Equal(1, AdjustedRandIndex.Compute(report.Clusters, Planted.Labels(80, 4)));
        Assert.Equal(40, report.Silhouette!.ClusterCount); // min(100, n/2)
        SilhouetteFigure best = report.SilhouetteCurve.Single(p => p.ClusterCount == 4);
        Assert.True(best.Low > best.Null.High + 0.2, best.ToString());
        Assert.True(report.Hopkins!.Mean > report.NullHopkins!.Mean);
    }

    [Fact]
    public void Compute_OneGaussian_StaysNearTheNull()
    {
        EvaluationReport report = EvaluationReport.Compute(Planted.Clusters(80, 12, 1, 0), Planted.Info(80), null);
        Assert.All(report.SilhouetteCurve, p => Assert.Equal(p.Null.Mean, p.Score, 0.06));
        Assert.Equal(report.NullHopkins!.Mean, report.Hopkins!.Mean, 0.05);
    }

    [Fact]
    public void Compute_ClustersAskedFor_AreUsedThroughout()
    {
        EvaluationReport report = EvaluationReport.Compute(Planted.Uniform(30, 6, 1), Planted.Info(30), 7);
        Assert.Equal(7, report.ClusterCount);
        Assert.Equal(7, report.Silhouette!.ClusterCount);
        Assert.Equal(7, report.Clusters.Distinct().Count());
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 4)]
    [InlineData(3, 1)]
    [InlineData(5, 9)]
    public void Compute_FewRows_AllFilesAreWhole(int n, int d) => RequireWhole(EvaluationReport.Compute(Planted.Uniform(n, d, 1), Planted.Info(n), null));

    [Fact]
    public void Compute_EqualRows_AllFilesAreWhole() => RequireWhole(EvaluationReport.Compute(Planted.Constant(30, 8), Planted.Info(30), null));

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Compute_ClusterCountOutOfRange_SaysSo(int k) =>
        Assert.Throws<EngineException>(() => EvaluationReport.Compute(Planted.Uniform(10, 2, 1), Planted.Info(10), k));

    [Fact]
    public void Compute_InfosMissing_SaysSo() =>
        Assert.Throws<EngineException>(() => EvaluationReport.Compute(Planted.Uniform(10, 2, 1), Planted.Info(9), null));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e30f)]
    public void EmbeddingMatrix_UnusableValue_NamesTheRow(float value) =>
        Assert.Contains("row 1, column 0", Assert.Throws<EngineException>(() => new EmbeddingMatrix([0, 0, value, 0], 2, 2)).Message);

    [Fact]
    public void MatchedNull_ManyRows_HasTheCovariance()
    {
        EmbeddingMatrix x = Planted.Clusters(4000, 3, 5, 2);
        double[] expected = PrincipalComponents.Fit(x, 3).ExplainedVariance;
        double[] drawn = PrincipalComponents.Fit(MatchedNull.Draw(PrincipalComponents.Fit(x, 3), 1, 0), 3).ExplainedVariance;
        Assert.All(drawn, (v, k) => Assert.Equal(1, v / expected[k], 0.1));
    }

    [Fact]
    public void QuickMetrics_Headline_IsTheEvaluations()
    {
        EmbeddingMatrix x = Planted.Uniform(80, 24, 5); // no clusters: starts differ most

        SilhouettePoint during = QuickMetrics.Compute(x, 7).Silhouette!;

        Assert.Equal((40, Silhouette.Curve(x, [40], 7)[0].Score), (during.ClusterCount, during.Score));
    }

    [Fact]
    public void QuickMetrics_PlantedClusters_FindsThem()
    {
        QuickMetricsResult metrics = QuickMetrics.Compute(Planted.Clusters(60, 16, 3, 4), 1);
        Assert.Equal(3, metrics.BestSilhouette!.ClusterCount);
        Assert.Equal(30, metrics.Silhouette!.ClusterCount);
        Assert.InRange(metrics.Hopkins!.Mean, 0.6, 1);
        Assert.Null(QuickMetrics.Compute(Planted.Uniform(2, 3, 1), 1).Silhouette);
        Assert.Null(QuickMetrics.Compute(Planted.Uniform(1, 3, 1), 1).Hopkins);
    }

    private static void RequireWhole(EvaluationReport report)
    {
        using JsonDocument metrics = JsonDocument.Parse(MetricsJson.Format(report)); // throws on NaN
        Assert.Equal(report.Embeddings.Count, metrics.RootElement.GetProperty("n_samples").GetInt32());
        Assert.Equal(report.Embeddings.Count + 2, EmbeddingCsv.Format(report).Split("\r\n").Length);
        Assert.DoesNotContain("NaN", ReportPage.Format(report), StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Parse(EmbeddingScatter.ByCluster(report)).Root!.Name.LocalName);
        Assert.Equal("svg", XDocument.Parse(MetricPlots.PcaSpectrum(report)).Root!.Name.LocalName);
    }
}
