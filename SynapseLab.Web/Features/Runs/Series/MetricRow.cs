using System.Text.Json.Serialization;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Series;

/// <summary>What the embeddings say at one step, with what it was computed from; the values are those of <see cref="MetricsComputed"/>, NaN where there is none.</summary>
public sealed record MetricRow(
    long Step,
    double Epoch,
    double ElapsedSeconds,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double Silhouette,
    int SilhouetteClusters,
    int SampleCount,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double HopkinsMean,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double HopkinsStandardDeviation,
    int EmbeddingDimension,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double RankMe,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double Alignment,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double Uniformity,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double PositiveCosine,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double NegativeCosine,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double KnnAccuracy,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double LinearProbeAccuracy,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double MajorityFraction,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double IntensityR2)
{
    internal const int ColumnCount = 18;

    /// <summary>Runs of the first version stored Step … EmbeddingDimension.</summary>
    private const int FirstColumnCount = 9;

    internal static MetricRow From(MetricsComputed e, double epoch, double elapsedSeconds) => new(
        e.Step, epoch, elapsedSeconds, e.Silhouette, e.SilhouetteClusters, e.SampleCount, e.HopkinsMean, e.HopkinsStandardDeviation, e.EmbeddingDimension,
        Or(e.RankMe), Or(e.Alignment), Or(e.Uniformity), Or(e.PositiveCosine), Or(e.NegativeCosine),
        Or(e.KnnAccuracy), Or(e.LinearProbeAccuracy), Or(e.MajorityFraction), Or(e.IntensityR2));

    internal static BoundedSeries Stored(byte[]? bytes) => BoundedSeries.Stored(bytes, ColumnCount, FirstColumnCount);

    internal void AppendTo(BoundedSeries series) => series.Append(
        Step, Epoch, ElapsedSeconds, Silhouette, SilhouetteClusters, SampleCount, HopkinsMean, HopkinsStandardDeviation, EmbeddingDimension,
        RankMe, Alignment, Uniformity, PositiveCosine, NegativeCosine, KnnAccuracy, LinearProbeAccuracy, MajorityFraction, IntensityR2);

    private static double Or(double? value) => value ?? double.NaN;
}
