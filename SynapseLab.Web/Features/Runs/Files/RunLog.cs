using System.Globalization;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Files;

/// <summary>The run's milestones in words, newest first; single steps are in the charts and in the CSV.</summary>
internal static class RunLog
{
    private const int LineLimit = 200;

    /// <summary>At most 200 lines; empty for a run that never started.</summary>
    internal static IReadOnlyList<string> Lines(string runDir) =>
        [.. ProgressLog.Read(runDir).Reverse().Select(Line).OfType<string>().Take(LineLimit)];

    private static string? Line(TrainingEvent e)
    {
        string? text = e switch
        {
            RunStarted s => Say($"{(s.Step > 0 ? $"resumed at step {s.Step}" : "started")} on {s.Device}: {s.CubeCount} cubes, {s.StepsPerEpoch} steps an epoch, {s.EffectiveNegatives} negatives a step, {s.ParameterCount:N0} parameters"),
            EpochCompleted d => Say($"epoch {d.Epoch}: mean loss {d.MeanLoss:0.0000}, {d.CubesPerSecond:0.0} cubes/s"),
            MetricsComputed m => Say($"silhouette {m.Silhouette:0.000} (k = {m.SilhouetteClusters}, n = {m.SampleCount}), Hopkins {m.HopkinsMean:0.000} ± {m.HopkinsStandardDeviation:0.000}"),
            CheckpointSaved c => Say($"checkpoint {c.Path}"),
            RunFinished f => Say($"{f.Outcome.ToString().ToLowerInvariant()}: {f.Message}"),
            _ => null,
        };
        return text is null ? null : Say($"{e.Time.UtcDateTime:HH:mm:ss} {text}");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
