using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>One run of <c>train</c>, from its first event to its exit code.</summary>
internal sealed class TrainRun(CommandConsole console)
{
    /// <summary>Trains; what happens goes to the console, and as JSON lines to <paramref name="json"/>. A failure is said on standard error.</summary>
    /// <param name="options">What to train, checked.</param>
    /// <param name="json">File for the events, "-" for standard output; null for none.</param>
    /// <param name="stop">Stops after the step under way, with a checkpoint.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Run(TrainingOptions options, string? json, CancellationToken stop)
    {
        if (options.Distributed && !WorldSettings.FromEnvironment().IsFirst)
        {
            json = null; // one process of several writes
        }

        TrainingOutcome outcome;
        string? jsonFailure;
        using (TrainingLog log = TrainingLog.Create(json, console, options.TensorBoard ? options.RunDir : null))
        {
            outcome = options is { Processes: > 1, Distributed: false }
                ? LocalProcesses.Run(options, LocalProcesses.Devices(options), typeof(TrainVerb).Assembly.Location, log.Show, stop)
                : Trainer.Run(options, log.Show, stop);
            jsonFailure = log.JsonFailure;
        }

        if (jsonFailure is not null)
        {
            console.Error.WriteLine($"synapselab: {jsonFailure} All events are in {ProgressLog.PathIn(options.RunDir)}.");
        }

        if (outcome.Outcome == RunOutcome.Finished)
        {
            return jsonFailure is null ? ExitCode.Ok : ExitCode.Failed;
        }

        bool cancelled = outcome.Outcome == RunOutcome.Cancelled;
        string advice = cancelled ? $" Go on with: synapselab train --run-dir {options.RunDir} --resume" : "";
        console.Error.WriteLine($"synapselab: {outcome.Message.ReplaceLineEndings(" ")}{advice}");
        return cancelled ? ExitCode.Interrupted : ExitCode.Failed;
    }
}
