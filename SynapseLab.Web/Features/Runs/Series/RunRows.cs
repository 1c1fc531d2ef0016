using System.Text.Json.Serialization;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Series;

/// <summary>One optimiser step as charts and the hub know it.</summary>
/// <param name="Step">Optimiser steps done, over all resumptions.</param>
/// <param name="Epoch">Epochs done, with fraction.</param>
/// <param name="ElapsedSeconds">Training time over all resumptions.</param>
/// <param name="Loss">NT-Xent in nats.</param>
/// <param name="LearningRate">Learning rate of this step.</param>
/// <param name="CubesPerSecond">Cubes trained on per second.</param>
public sealed record StepRow(
    long Step,
    double Epoch,
    double ElapsedSeconds,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double Loss,
    double LearningRate,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double CubesPerSecond)
{
    internal const int ColumnCount = 6;

    internal void AppendTo(BoundedSeries series) => series.Append(Step, Epoch, ElapsedSeconds, Loss, LearningRate, CubesPerSecond);
}

/// <summary>Metrics of the backbone's embeddings at one step, with what they were computed from.</summary>
public sealed record MetricRow(
    long Step,
    double Epoch,
    double ElapsedSeconds,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double Silhouette,
    int SilhouetteClusters,
    int SampleCount,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double HopkinsMean,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double HopkinsStandardDeviation,
    int EmbeddingDimension)
{
    internal const int ColumnCount = 9;

    internal static MetricRow From(MetricsComputed e, double epoch, double elapsedSeconds) =>
        new(e.Step, epoch, elapsedSeconds, e.Silhouette, e.SilhouetteClusters, e.SampleCount, e.HopkinsMean, e.HopkinsStandardDeviation, e.EmbeddingDimension);

    internal void AppendTo(BoundedSeries series) =>
        series.Append(Step, Epoch, ElapsedSeconds, Silhouette, SilhouetteClusters, SampleCount, HopkinsMean, HopkinsStandardDeviation, EmbeddingDimension);
}
