using System.Text.Json.Serialization;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Series;

/// <summary>What the run takes of the machine at one step; the values are those of <see cref="TelemetrySampled"/>, NaN where there is none.</summary>
public sealed record TelemetryRow(
    long Step,
    double Epoch,
    double ElapsedSeconds,
    double ProcessMemoryBytes,
    double BusyCores,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double GpuUtilizationFraction,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double GpuMemoryUsedBytes,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double GpuMemoryTotalBytes,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double GpuPowerWatts,
    [property: JsonConverter(typeof(NonFiniteAsNull))] double GpuTemperatureCelsius)
{
    internal const int ColumnCount = 10;

    internal static TelemetryRow From(TelemetrySampled e, double epoch, double elapsedSeconds) => new(
        e.Step, epoch, elapsedSeconds, e.ProcessMemoryBytes, e.BusyCores, Or(e.GpuUtilizationFraction),
        Or(e.GpuMemoryUsedBytes), Or(e.GpuMemoryTotalBytes), Or(e.GpuPowerWatts), Or(e.GpuTemperatureCelsius));

    internal static BoundedSeries Stored(byte[]? bytes) => BoundedSeries.Stored(bytes, ColumnCount, ColumnCount);

    internal void AppendTo(BoundedSeries series) => series.Append(
        Step, Epoch, ElapsedSeconds, ProcessMemoryBytes, BusyCores, GpuUtilizationFraction, GpuMemoryUsedBytes, GpuMemoryTotalBytes, GpuPowerWatts, GpuTemperatureCelsius);

    private static double Or(double? value) => value ?? double.NaN;
}
