using System.Text.Json.Serialization;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Series;

/// <summary>One optimiser step as charts and the hub know it; NaN is a value that this run has not.</summary>
/// <param name="Step">Optimiser steps done, over all resumptions.</param>
/// <param name="Epoch">Epochs done, with fraction.</param>
/// <param name="ElapsedSeconds">Training time over all resumptions.</param>
/// <param name="Loss">The method's loss.</param>
/// <param name="LearningRate">Learning rate of this step.</param>
/// <param name="CubesPerSecond">Cubes trained on per second.</param>
/// <param name="GradientNorm">Norm of all gradients before clipping.</param>
/// <param name="LossScale">Factor of the loss before the backward pass, float16 alone.</param>
/// <param name="Skipped">1 where gradients overflowed and the weights stayed, else 0; NaN without loss scaling. The mean of some steps is their share.</param>
public sealed record StepRow(
    long Step,
    double Epoch,
    double ElapsedSeconds,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double Loss,
    double LearningRate,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double CubesPerSecond,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double GradientNorm,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double LossScale,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double Skipped)
{
    internal const int ColumnCount = 9;

    /// <summary>Runs of the first version stored Step … CubesPerSecond.</summary>
    private const int FirstColumnCount = 6;

    internal static StepRow From(StepCompleted e, double epoch, double elapsedSeconds) =>
        new(e.Step, epoch, elapsedSeconds, e.Loss, e.LearningRate, e.CubesPerSecond, e.GradientNorm ?? double.NaN, e.LossScale ?? double.NaN,
            e.LossScale is null ? double.NaN : e.Skipped ? 1 : 0);

    internal static BoundedSeries Stored(byte[]? bytes) => BoundedSeries.Stored(bytes, ColumnCount, FirstColumnCount);

    internal void AppendTo(BoundedSeries series) =>
        series.Append(Step, Epoch, ElapsedSeconds, Loss, LearningRate, CubesPerSecond, GradientNorm, LossScale, Skipped);
}
