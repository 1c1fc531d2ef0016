using System.Globalization;
using SynapseLab.Engine;
using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Files;

/// <summary>
/// The run's milestones in words; single steps are in the charts and in the CSV. Epochs and checkpoints of a long run make way
/// for newer ones, starts, resumptions, metrics and the end do not.
/// </summary>
/// <param name="runDir">The run's folder.</param>
internal sealed class RunLog(string runDir)
{
    /// <summary>Most lines of each kind, milestone and routine, that are kept.</summary>
    internal const int LineLimit = 200;

    private readonly ProgressTail _tail = new(runDir);
    private readonly List<(string Text, bool IsRoutine)> _lines = []; // oldest first

    /// <summary>Reads what came since the last call; answers all lines kept, newest first.</summary>
    internal IReadOnlyList<string> Refresh()
    {
        foreach (TrainingEvent e in _tail.ReadNew())
        {
            if (Line(e) is { } text)
            {
                _lines.Add((text, e is EpochCompleted or CheckpointSaved));
            }
        }

        DropOldest(isRoutine: true);
        DropOldest(isRoutine: false);
        return [.. _lines.Select(line => line.Text).Reverse()];
    }

    private void DropOldest(bool isRoutine)
    {
        int surplus = _lines.Count(line => line.IsRoutine == isRoutine) - LineLimit;
        _lines.RemoveAll(line => line.IsRoutine == isRoutine && surplus-- > 0);
    }

    private static string? Line(TrainingEvent e)
    {
        string? text = e switch
        {
            RunStarted s => Say($"{(s.Step > 0 ? $"resumed at step {s.Step}" : "started")} on {s.Device}: {Plural.Counted(s.CubeCount, "cube")}, {Plural.Counted(s.StepsPerEpoch, "step")} an epoch, {(s.EffectiveNegatives > 0 ? $"{s.EffectiveNegatives} negatives a step" : "no negatives")}, {s.ParameterCount:N0} parameters{(s.Loading is { } loading ? $", cubes from {(loading == "stream" ? "disk" : loading)} ({s.LoadingReason})" : "")}"),
            EpochCompleted d => Say($"epoch {d.Epoch}: mean loss {d.MeanLoss:0.0000}, {d.CubesPerSecond:0.0} cubes/s"),
            MetricsComputed m => Say($"silhouette {m.Silhouette:0.000} (k = {m.SilhouetteClusters}, n = {m.SampleCount}), Hopkins {m.HopkinsMean:0.000} ± {m.HopkinsStandardDeviation:0.000}{Probe(m)}"),
            CheckpointSaved c => Say($"checkpoint {c.Path}"),
            WeightsImported w => w.Message,
            RunWarned w => w.Message,
            DiagnosisMade d => $"{(d.Severity == DiagnosisSeverity.Failure ? "trouble" : "look at this")}: {d.Sentence} {d.Advice}",
            DiagnosisPassed d => $"passed: {d.Kind.Title()}",
            RunFinished f => Say($"{f.Outcome.ToString().ToLowerInvariant()}: {f.Message}"),
            _ => null,
        };
        return text is null ? null : Say($"{e.Time.UtcDateTime:HH:mm:ss} {text}");
    }

    /// <summary>The figures that tell whether a network learns, where they were measured.</summary>
    private static string Probe(MetricsComputed m) => string.Concat(
        m.RankMe is { } rank ? Say($", RankMe {rank:0.0} of {m.EmbeddingDimension}") : "",
        m.Alignment is { } alignment ? Say($", alignment {alignment:0.00}, uniformity {m.Uniformity:0.00}") : "",
        m.KnnAccuracy is { } knn ? Say($", types by 5 neighbours {knn:0.00}, linear probe {m.LinearProbeAccuracy:0.00} (commonest type {m.MajorityFraction:0.00})") : "");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
