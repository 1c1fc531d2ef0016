namespace SynapseLab.Engine.Telemetry;

/// <summary>What a GPU does now; a figure that this card or driver does not tell is null.</summary>
/// <param name="UtilizationFraction">Part of the last moments (driver's choice, up to 1 s) in which a kernel ran, 0 … 1.</param>
/// <param name="MemoryUsedBytes">Memory in use, by all processes.</param>
/// <param name="MemoryTotalBytes">All of its memory.</param>
/// <param name="PowerWatts">Power drawn by the card.</param>
/// <param name="TemperatureCelsius">Of the chip.</param>
internal sealed record GpuReading(
    double? UtilizationFraction, long? MemoryUsedBytes, long? MemoryTotalBytes, double? PowerWatts, double? TemperatureCelsius);
