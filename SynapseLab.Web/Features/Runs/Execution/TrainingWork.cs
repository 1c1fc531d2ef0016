using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Series;
using SynapseLab.Web.Features.Runs.Storage;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Trains one run from its beginning or its last checkpoint, and records how that ended.</summary>
internal sealed class TrainingWork(ClaimedRun run, ITrainingBackend backend, RunStore store, EvaluationStore evaluations, ProgressFanout fanout, ILogger logger)
    : DeviceWork(run.Id)
{
    /// <inheritdoc />
    internal override string Title => run.Name;

    /// <inheritdoc />
    internal override void Do()
    {
        LiveRun live = OpenLive();
        fanout.Add(live);
        Wait(fanout.AnnounceAsync(live.Snapshot()));
        (string status, string? message) = Train(live);
        logger.LogInformation("Run {RunId} ended as {Status}. {Message}", run.Id, status, message);

        Wait(EndRecord.StoreAsync(() => StoreEndAsync(live, status, message), $"run {run.Id}", logger, Stop.ServerStops));
        Wait(fanout.AnnounceAsync(live.Snapshot() with { Status = status, Stage = "", RemainingSeconds = null, Message = message }));
    }

    private async Task StoreEndAsync(LiveRun live, string status, string? message)
    {
        // The values first: whoever reads the final status finds them complete.
        await fanout.ReleaseAsync(live, status);
        store.End(run.Id, status, message);
        if (status == RunStatus.Finished)
        {
            TryEvaluate();
        }
    }

    // A run on whole boxes may have no synapse cubes to be evaluated on; its page says which to prepare.
    private void TryEvaluate()
    {
        try
        {
            evaluations.Queue(run.Id, clusterCount: null);
        }
        catch (EngineException missing)
        {
            logger.LogInformation("Run {RunId} is not evaluated. {Message}", run.Id, missing.Message);
        }
    }

    private (string Status, string? Message) Train(LiveRun live)
    {
        try
        {
            TrainingOptions options = RunCheckpoints.Prepare(run);
            TrainingOutcome outcome = backend.Train(options, run.Devices, live.Apply, Stop.Token);
            return outcome.Outcome switch
            {
                RunOutcome.Finished => (RunStatus.Finished, null),
                RunOutcome.Cancelled when Stop.Reason == StopReason.None => (RunStatus.Paused, outcome.Message), // by the collapse doctor
                RunOutcome.Cancelled => Stopped(),
                _ => (RunStatus.Failed, outcome.Message),
            };
        }
        catch (OperationCanceledException) when (Stop.Reason != StopReason.None)
        {
            return Stopped();
        }
        catch (Exception e)
        {
            logger.LogError(e, "Run {RunId} failed.", run.Id);
            return (RunStatus.Failed, FailureSentence.Of(e));
        }
    }

    private (string Status, string? Message) Stopped() => Stop.Reason == StopReason.Shutdown
        ? (RunStatus.Interrupted, "The server was shut down; resume continues from the checkpoint that was written then.")
        : (RunStatus.Cancelled, null);

    private LiveRun OpenLive() => new(run.Id, store.LoadSeries(run.Id) ?? new(), RunFindings.Read(run.RunDir));

    // The device's own thread has no synchronisation context, so waiting here cannot deadlock.
    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
