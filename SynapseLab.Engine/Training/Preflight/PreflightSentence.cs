using System.Globalization;

namespace SynapseLab.Engine.Training;

/// <summary>A pre-flight's figures in words.</summary>
internal static class PreflightSentence
{
    /// <summary>Speed, memory and end; then what to change, and why.</summary>
    internal static string Of(PreflightResult result, long steps, string device) =>
        Say($"{device}: {result.CubesPerSecond:0.0} cubes/s, peak memory {Size(result.PeakMemoryBytes)} of {Size(result.AvailableMemoryBytes)}; ")
        + Say($"{steps} steps take about {Duration(result.RunSeconds)}, until {result.EndsAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, metrics not counted. ")
        + Proposals(result)
        + (result.Larger is { } larger ? Suggestion(larger) : "");

    private static string Proposals(PreflightResult result)
    {
        string[] size = Changed(result, nameof(TrainingOptions.BatchSize), nameof(TrainingOptions.MicroBatchSize));
        string[] precision = Changed(result, nameof(TrainingOptions.Precision));
        string need = result.AskedMemoryBytes > result.AvailableMemoryBytes ? $" (as asked a step would take {Size(result.AskedMemoryBytes)})" : "";
        string[] sentences =
        [
            .. size.Length > 0 ? [$"Measured with, and proposed: {string.Join(" ", size)}{need}.{BatchNorm(result)}"] : (string[])[],
            .. precision.Length > 0 ? [Say($"Proposed: {precision[0]}, {result.PrecisionSpeedup:0.0} times as fast.")] : (string[])[],
        ];
        return sentences.Length == 0 ? "Nothing to change." : string.Join(" ", sentences);
    }

    private static string BatchNorm(PreflightResult result) =>
        result.Proposal.MicroBatchSize > 0 && result.Proposal.Normalisation == "batch" ? " Batch norm then has the statistics of each micro-batch." : "";

    private static string Suggestion(LargerBatch larger) =>
        Say($" To think about: {OptionSchema.Find(nameof(TrainingOptions.BatchSize))!.CommandLineName} {larger.BatchSize} would give {larger.Negatives} negatives instead of {larger.AskedNegatives}, in about {Size(larger.MemoryBytes)}; ")
        + "an epoch has fewer steps then, and the learning rate may have to rise.";

    private static string[] Changed(PreflightResult result, params string[] names) =>
    [
        .. names.Select(name => OptionSchema.Find(name)!)
            .Where(option => option.Read(result.Asked) != option.Read(result.Proposal))
            .Select(option => $"{option.CommandLineName} {option.Read(result.Proposal)}"),
    ];

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
