using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynapseLab.Engine.Evaluation;

/// <summary>metrics.json: every figure with the k, n, interval and null value that it needs to mean something.</summary>
public static class MetricsJson
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true };

    /// <summary>The file's text; a figure that n is too small for is null.</summary>
    public static string Format(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        SilhouetteFigure? headline = report.Silhouette;
        JsonObject metrics = new()
        {
            ["n_samples"] = report.Embeddings.Count,
            ["embedding_dim"] = report.Embeddings.Dimension,
            ["seed"] = report.Seed,
            ["silhouette"] = headline?.Score,
            ["silhouette_k"] = headline?.ClusterCount,
            ["silhouette_n"] = headline is null ? null : report.Embeddings.Count,
            ["silhouette_interval"] = headline is null ? null : new JsonArray(headline.Low, headline.High),
            ["silhouette_null"] = headline?.Null.Mean,
            ["silhouette_curve"] = new JsonArray([.. report.SilhouetteCurve.Select(CurvePoint)]),
            ["cluster_count"] = report.ClusterCount,
            ["hopkins"] = Hopkins(report.Hopkins),
            ["hopkins_textbook"] = Hopkins(report.HopkinsTextbook),
            ["hopkins_null"] = Hopkins(report.NullHopkins),
            ["null_draws"] = report.NullDrawCount,
            ["umap_trustworthiness"] = report.UmapTrustworthiness,
            ["pca_explained_variance_fraction"] = new JsonArray([.. report.ExplainedVarianceFraction.Select(f => (JsonNode)f)]),
        };
        return metrics.ToJsonString(s_options) + "\n";
    }

    private static JsonNode CurvePoint(SilhouetteFigure point) => new JsonObject
    {
        ["k"] = point.ClusterCount,
        ["silhouette"] = point.Score,
        ["interval"] = new JsonArray(point.Low, point.High),
        ["null_mean"] = point.Null.Mean,
        ["null_range"] = new JsonArray(point.Null.Low, point.Null.High),
    };

    private static JsonObject? Hopkins(HopkinsResult? result) => result is null ? null : new JsonObject
    {
        ["mean"] = result.Mean,
        ["sd"] = result.StandardDeviation,
        ["interval"] = new JsonArray(result.Low, result.High),
        ["m"] = result.SampleSize,
        ["exponent"] = result.Power,
        ["repeats"] = result.Values.Count,
    };
}
