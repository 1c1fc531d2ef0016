using SynapseLab.Engine;
using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>Shows a run as it goes: a progress line for steps, a line for each epoch, measurement and checkpoint.</summary>
internal sealed class TrainingLog : IDisposable
{
    private readonly CommandConsole _console;
    private readonly EventLines? _json;
    private readonly string? _boardFolder;
    private readonly ProgressLine _progress;
    private long _totalSteps;

    private TrainingLog(CommandConsole console, EventLines? json, string? boardFolder)
    {
        (_console, _json, _boardFolder) = (console, json, boardFolder);
        _progress = new ProgressLine(console);
    }

    /// <summary>Opens the log; events also go as JSON lines to a file, or to standard output in place of text for "-".</summary>
    /// <param name="json">The file, or "-"; null for none.</param>
    /// <param name="console">Where text goes.</param>
    /// <param name="boardFolder">Folder in which TensorBoard finds the run's curves; null for none.</param>
    /// <exception cref="EngineException">When the file cannot be written.</exception>
    public static TrainingLog Create(string? json, CommandConsole console, string? boardFolder) =>
        new(json == "-" ? console with { Out = TextWriter.Null } : console, json is null ? null : EventLines.Open(json, console), boardFolder);

    /// <summary>Why the JSON is not whole; null when it is, or none was asked for.</summary>
    public string? JsonFailure => _json?.Failure;

    /// <summary>Shows one event.</summary>
    public void Show(TrainingEvent happened)
    {
        _json?.Write(happened);
        try
        {
            ShowText(happened);
        }
        catch (IOException)
        {
            // Standard output may be a file on a full disk, or a pipe whose reader went away: no reason to lose a run.
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _progress.Dispose();
        _json?.Dispose();
    }

    private void ShowText(TrainingEvent happened)
    {
        switch (happened)
        {
            case RunStarted started:
                _totalSteps = started.TotalSteps;
                string from = started.Loading is { } loading ? $" from {(loading == "stream" ? "disk" : loading)} ({started.LoadingReason})" : "";
                Line($"{Plural.Counted(started.CubeCount, "cube")}{from}, {Plural.Counted(started.StepsPerEpoch, "step")} an epoch, {started.ParameterCount:N0} parameters on {started.Device}, " +
                    (started.EffectiveNegatives > 0 ? $"{started.EffectiveNegatives} effective negatives" : "no negatives") +
                    (started.ChanceLoss is { } chance ? $", loss at chance {chance:F3}" : ""));
                if (_boardFolder is not null)
                {
                    Line($"curves: tensorboard --logdir {_boardFolder}");
                }

                break;
            case StepCompleted { Skipped: true } skipped:
                Line($"epoch {skipped.Epoch}, step {skipped.Step}: gradients overflowed float16 at a loss scale of {skipped.LossScale}; the step is left out, the scale halved");
                break;
            case StepCompleted step:
                _progress.Report(new WorkProgress(
                    $"epoch {step.Epoch}, step {step.Step}, loss {step.Loss:F4}, {step.CubesPerSecond:F1} cubes/s", step.Step, _totalSteps));
                break;
            case EpochCompleted epoch:
                Line($"epoch {epoch.Epoch}: mean loss {epoch.MeanLoss:F4}, {epoch.CubesPerSecond:F1} cubes/s");
                break;
            case MetricsComputed metrics:
                Line($"epoch {metrics.Epoch}: silhouette {metrics.Silhouette:F3} (k = {metrics.SilhouetteClusters}, n = {metrics.SampleCount}), " +
                    $"Hopkins {metrics.HopkinsMean:F3} ± {metrics.HopkinsStandardDeviation:F3}");
                break;
            case CheckpointSaved saved when saved.Kind != "latest":
                Line($"epoch {saved.Epoch}: wrote {saved.Path}");
                break;
            case DiagnosisMade diagnosis:
                Line($"epoch {diagnosis.Epoch}: {diagnosis.Sentence} {diagnosis.Advice}");
                break;
            case DiagnosisPassed passed:
                Line($"epoch {passed.Epoch}: {passed.Kind.Title()} has passed.");
                break;
            case WeightsImported imported:
                Line(imported.Message);
                break;
            case RunWarned warned:
                Line(warned.Message);
                break;
            case RunFinished { Outcome: RunOutcome.Finished } finished:
                Line(finished.Message);
                break;
        }
    }

    private void Line(string text)
    {
        _progress.Wipe();
        _console.Out.WriteLine(text);
    }
}
