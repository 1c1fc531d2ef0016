namespace SynapseLab.Engine.Telemetry;

/// <summary>What a GPU does now; a figure that this card or driver does not tell is null.</summary>
/// <param name="UtilizationFraction">Part of the last moments (driver's choice, up to 1 s) in which a kernel ran, 0 … 1.</param>
/// <param name="MemoryUsedBytes">Memory in use, by all processes.</param>
/// <param name="MemoryTotalBytes">All of its memory.</param>
/// <param name="PowerWatts">Power drawn by the card.</param>
/// <param name="TemperatureCelsius">Of the chip.</param>
internal sealed record GpuReading(
    double? UtilizationFraction, long? MemoryUsedBytes, long? MemoryTotalBytes, double? PowerWatts, double? TemperatureCelsius)
{
    /// <summary>Of several cards as one: the mean of their utilisation, the sums of memory and power, the highest temperature; a figure that one of them does not tell is null.</summary>
    internal static GpuReading Together(IReadOnlyCollection<GpuReading> cards) => new(
        cards.Any(card => card.UtilizationFraction is null) ? null : cards.Average(card => card.UtilizationFraction),
        cards.Any(card => card.MemoryUsedBytes is null) ? null : cards.Sum(card => card.MemoryUsedBytes),
        cards.Any(card => card.MemoryTotalBytes is null) ? null : cards.Sum(card => card.MemoryTotalBytes),
        cards.Any(card => card.PowerWatts is null) ? null : cards.Sum(card => card.PowerWatts),
        cards.Any(card => card.TemperatureCelsius is null) ? null : cards.Max(card => card.TemperatureCelsius));
}
