using System.Globalization;

namespace SynapseLab.Engine.Training;

/// <summary>A pre-flight's figures in words.</summary>
internal static class PreflightSentence
{
    private static readonly string[] s_proposed =
        [nameof(TrainingOptions.BatchSize), nameof(TrainingOptions.MicroBatchSize), nameof(TrainingOptions.Precision)];

    /// <summary>Speed, memory and end; then what to change, and why.</summary>
    internal static string Of(TrainingOptions asked, PreflightResult result, long steps, double askedBytes, string device)
    {
        string[] changes =
        [
            .. s_proposed.Select(name => OptionSchema.Find(name)!)
                .Where(option => option.Read(asked) != option.Read(result.Proposal))
                .Select(option => $"{option.CommandLineName} {option.Read(result.Proposal)}"),
        ];
        string need = askedBytes > result.AvailableMemoryBytes ? $" (as asked a step would take {Size(askedBytes)})" : "";
        return Say(
            $"{device}: {result.CubesPerSecond:0.0} cubes/s, peak memory {Size(result.PeakMemoryBytes)} of {Size(result.AvailableMemoryBytes)}; ")
            + Say($"{steps} steps take about {Duration(result.RunSeconds)}, until {result.EndsAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, metrics not counted. ")
            + (changes.Length == 0 ? "Nothing to change." : $"Measured with, and proposed: {string.Join(" ", changes)}{need}.");
    }

    private static string Duration(double seconds) => seconds switch
    {
        < 90 => Say($"{Math.Max(1, seconds):0} seconds"),
        < 5400 => Say($"{seconds / 60:0} minutes"),
        < 172800 => Say($"{seconds / 3600:0} hours"),
        _ => Say($"{seconds / 86400:0} days"),
    };

    private static string Size(double bytes) => bytes < 1 << 30 ? Say($"{bytes / (1 << 20):0} MiB") : Say($"{bytes / (1 << 30):0.0} GiB");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
