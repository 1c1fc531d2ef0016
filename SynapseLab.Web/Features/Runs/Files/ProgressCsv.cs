using System.Globalization;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Files;

/// <summary>The full record of a run, every step, as a table for other programs.</summary>
internal static class ProgressCsv
{
    private const string Header = "time,epoch,step,elapsed_seconds,loss,learning_rate,cubes_per_second,silhouette,silhouette_clusters,sample_count,hopkins_mean,hopkins_sd";

    /// <summary>Writes one line a step or metric, in the order they happened; a column that an event lacks stays empty.</summary>
    internal static async Task WriteAsync(string runDir, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync(Header.AsMemory(), cancellationToken);
        foreach (TrainingEvent e in ProgressLog.Read(runDir))
        {
            if (Line(e) is { } line)
            {
                await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
            }
        }
    }

    private static string? Line(TrainingEvent e) => e switch
    {
        StepCompleted s => Start(e) + string.Create(CultureInfo.InvariantCulture, $",{s.Loss:R},{s.LearningRate:R},{s.CubesPerSecond:R},,,,,"),
        MetricsComputed m => Start(e) + string.Create(CultureInfo.InvariantCulture,
            $",,,,{m.Silhouette:R},{m.SilhouetteClusters},{m.SampleCount},{m.HopkinsMean:R},{m.HopkinsStandardDeviation:R}"),
        _ => null,
    };

    private static string Start(TrainingEvent e) =>
        string.Create(CultureInfo.InvariantCulture, $"{e.Time.UtcDateTime:O},{e.Epoch},{e.Step},{e.ElapsedSeconds:R}");
}
