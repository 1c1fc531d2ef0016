using System.Globalization;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Files;

/// <summary>The full record of a run as a table for other programs: one line a step, a measurement of the embeddings, or a sample of the machine.</summary>
internal static class ProgressCsv
{
    private static readonly (string Name, Func<TrainingEvent, object?> Value)[] s_columns =
    [
        ("time", e => e.Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        ("epoch", e => e.Epoch),
        ("step", e => e.Step),
        ("elapsed_seconds", e => e.ElapsedSeconds),
        ("loss", e => (e as StepCompleted)?.Loss),
        ("learning_rate", e => (e as StepCompleted)?.LearningRate),
        ("cubes_per_second", e => (e as StepCompleted)?.CubesPerSecond),
        ("silhouette", e => (e as MetricsComputed)?.Silhouette),
        ("silhouette_clusters", e => (e as MetricsComputed)?.SilhouetteClusters),
        ("sample_count", e => (e as MetricsComputed)?.SampleCount),
        ("hopkins_mean", e => (e as MetricsComputed)?.HopkinsMean),
        ("hopkins_sd", e => (e as MetricsComputed)?.HopkinsStandardDeviation),
        ("gradient_norm", e => (e as StepCompleted)?.GradientNorm),
        ("loss_scale", e => (e as StepCompleted)?.LossScale),
        ("skipped", e => e is StepCompleted { LossScale: not null } step ? (step.Skipped ? 1 : 0) : null),
        ("rank_me", e => (e as MetricsComputed)?.RankMe),
        ("alignment", e => (e as MetricsComputed)?.Alignment),
        ("uniformity", e => (e as MetricsComputed)?.Uniformity),
        ("positive_cosine", e => (e as MetricsComputed)?.PositiveCosine),
        ("negative_cosine", e => (e as MetricsComputed)?.NegativeCosine),
        ("knn_accuracy", e => (e as MetricsComputed)?.KnnAccuracy),
        ("linear_probe_accuracy", e => (e as MetricsComputed)?.LinearProbeAccuracy),
        ("majority_fraction", e => (e as MetricsComputed)?.MajorityFraction),
        ("intensity_r2", e => (e as MetricsComputed)?.IntensityR2),
        ("process_memory_bytes", e => (e as TelemetrySampled)?.ProcessMemoryBytes),
        ("busy_cores", e => (e as TelemetrySampled)?.BusyCores),
        ("gpu_utilization_fraction", e => (e as TelemetrySampled)?.GpuUtilizationFraction),
        ("gpu_memory_used_bytes", e => (e as TelemetrySampled)?.GpuMemoryUsedBytes),
        ("gpu_power_watts", e => (e as TelemetrySampled)?.GpuPowerWatts),
        ("gpu_temperature_celsius", e => (e as TelemetrySampled)?.GpuTemperatureCelsius),
    ];

    /// <summary>Writes the lines in the order they happened; a column that an event lacks stays empty.</summary>
    internal static async Task WriteAsync(string runDir, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync(string.Join(',', s_columns.Select(column => column.Name)).AsMemory(), cancellationToken);
        foreach (TrainingEvent e in ProgressLog.Enumerate(runDir).Where(e => e is StepCompleted or MetricsComputed or TelemetrySampled))
        {
            await writer.WriteLineAsync(string.Join(',', s_columns.Select(column => Text(column.Value(e)))).AsMemory(), cancellationToken);
        }
    }

    // Numbers as short as they come back exactly.
    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
