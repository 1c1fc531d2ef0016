using SynapseLab.Torch;

namespace SynapseLab.Engine.Training;

/// <summary>
/// SimCLR (Chen et al. 2020, https://arxiv.org/abs/2002.05709) over synapse cubes: two random views of each cube, a shared
/// network, NT-Xent between them. One run, synchronous on the calling thread; what leaves it are <see cref="TrainingEvent"/>s.
/// </summary>
public static class Trainer
{
    /// <summary>Runs to the end, to cancellation or to a failure; every event goes to <paramref name="emit"/> and to <c>progress.jsonl</c>. Of several processes rank 0 alone emits and writes.</summary>
    /// <param name="options">What to train; with <see cref="TrainingOptions.Resume"/> the run goes on with its own options.</param>
    /// <param name="emit">Called on this thread; must not throw.</param>
    /// <param name="cancellationToken">Stops after the step under way, once <c>latest.pt</c> holds it.</param>
    /// <exception cref="EngineException">The run cannot begin (options, cubes, folder, device); no event was sent.</exception>
    public static TrainingOutcome Run(TrainingOptions options, Action<TrainingEvent> emit, CancellationToken cancellationToken) =>
        Run(options, emit, TimeProvider.System, cancellationToken);

    /// <summary>As above, with a clock and a test's hook, see <see cref="FittingStep"/>.</summary>
    internal static TrainingOutcome Run(
        TrainingOptions options, Action<TrainingEvent> emit, TimeProvider time, CancellationToken cancellationToken, Action<int>? afterBackward = null)
    {
        using var setup = TrainingSetup.Prepare(options);
        using var log = setup.Writes ? ProgressLog.Append(setup.Folder.Root) : null;
        using var board = setup.Writes ? new RunTensorBoard(setup.Folder, setup.Options, setup.Cubes) : null;
        var reporter = new RunReporter(log, board, new RunTelemetry(setup.Device, time, setup.World?.DevicesOfFirstMachine(Math.Max(0, setup.Device.index))), emit, time);
        var loop = new TrainingLoop(setup, reporter, time, afterBackward);
        var (outcome, message) = RunToItsEnd(loop, setup, cancellationToken);
        var position = setup.State.Position;
        reporter.ReportEnd(new RunFinished { Outcome = outcome, Message = message }, position);
        return new TrainingOutcome(outcome, message, position.EpochsBegun, position.Step, loop.LastLoss);
    }

    private static (RunOutcome Outcome, string Message) RunToItsEnd(TrainingLoop loop, TrainingSetup setup, CancellationToken cancellationToken)
    {
        try
        {
            return loop.Run(cancellationToken)
                ? (RunOutcome.Finished, $"Finished {Plural.Counted(setup.Options.Epochs, "epoch")}, {Plural.Counted(setup.State.Position.Step, "step")}.")
                : (RunOutcome.Cancelled, loop.PauseReason ?? $"Cancelled after step {setup.State.Position.Step}; resume continues there.");
        }
        catch (EngineException e)
        {
            return (RunOutcome.Failed, e.Message);
        }
        catch (TorchOutOfMemoryException)
        {
            return (RunOutcome.Failed, OutOfMemoryAdvice(setup));
        }
    }

    private static string OutOfMemoryAdvice(TrainingSetup setup) =>
        $"{setup.Device} ran out of memory with batches of {setup.Options.BatchSize} cubes of {setup.Cubes.CubeSize}³ at width {setup.Options.Width}. "
        + "Choose a smaller batch size or width, bfloat16, or smaller cubes, in a new run; the last checkpoint is kept.";
}
