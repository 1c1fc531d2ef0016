using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>What people ask of the executor: to stop, resume, evaluate, measure. Each request is recorded, then told, then done.</summary>
internal sealed class RunRequests(
    RunExecutor executor,
    RunQueue queue,
    RunStore store,
    EvaluationStore evaluations,
    EvaluationUpdates evaluationUpdates,
    MeasurementQueue measurements,
    ProgressFanout fanout)
{
    /// <summary>A run was queued or left the queue: pages and clients hear of it, idle devices look.</summary>
    internal async Task QueueChangedAsync(int runId)
    {
        await AnnounceAsync(runId);
        executor.Wake();
    }

    /// <summary>Stops a run: one that works writes a checkpoint first, one that waits leaves the queue.</summary>
    internal async Task CancelAsync(int runId)
    {
        if (queue.TryCancel(runId))
        {
            await QueueChangedAsync(runId); // devices may have been kept free for it
            return;
        }

        if (!executor.TryCancel(work => work is TrainingWork && work.RunId == runId))
        {
            // It has ended meanwhile; the page shows the run's true state.
            await AnnounceAsync(runId);
        }
    }

    /// <summary>Puts a stopped run at the end of the queue, to go on from its last checkpoint.</summary>
    /// <param name="runId">Which.</param>
    /// <param name="processes">In how many processes from now on; null: as before.</param>
    internal Task ResumeAsync(int runId, int? processes = null)
    {
        queue.Requeue(runId, processes);
        return QueueChangedAsync(runId);
    }

    /// <summary>Moves a waiting run one place forward or back.</summary>
    internal void Move(int runId, bool forward)
    {
        queue.Move(runId, forward);
        executor.Wake(); // a device may have been kept free for the one that was first
    }

    /// <summary>Queues an evaluation of the run's checkpoint with k clusters (null: best of the curve).</summary>
    /// <exception cref="SynapseLab.Engine.EngineException">There are no cubes to embed; says which to prepare.</exception>
    internal Task EvaluateAsync(int runId, int? clusterCount)
    {
        evaluations.Queue(runId, clusterCount);
        return QueueChangedAsync(runId);
    }

    /// <summary>Stops an evaluation: one that works writes nothing, one that waits leaves the queue; one that has ended stays as it is.</summary>
    internal void CancelEvaluation(int id, int runId)
    {
        if (evaluations.TryCancelQueued(id))
        {
            evaluationUpdates.End(id, runId, RunStatus.Cancelled);
            return;
        }

        _ = executor.TryCancel(work => work is EvaluationWork evaluation && evaluation.EvaluationId == id);
    }

    /// <summary>Queues a measurement of options, as the engine takes them, on their device.</summary>
    internal Measurement Measure(TrainingOptions options)
    {
        Measurement measurement = measurements.Add(options);
        executor.Wake();
        return measurement;
    }

    private async Task AnnounceAsync(int runId)
    {
        if (await store.FindSnapshotAsync(runId) is { } snapshot)
        {
            await fanout.AnnounceAsync(snapshot);
        }
    }
}
