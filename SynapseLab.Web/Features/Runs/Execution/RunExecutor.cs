using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Storage;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>
/// Runs the queue: one thread per device, first come first served. On start it finds what a crash left behind; on
/// shutdown every run writes a checkpoint before the process ends.
/// </summary>
internal sealed class RunExecutor(
    RunStore store,
    EvaluationStore evaluations,
    ITrainingBackend backend,
    ProgressFanout fanout,
    EvaluationUpdates evaluationUpdates,
    MeasurementQueue measurements,
    JobService jobs,
    DeviceActivity activity,
    ILogger<RunExecutor> logger) : IHostedService, IDisposable
{
    /// <summary>How long a shutdown waits for checkpoints; a step on a slow CPU and a large checkpoint fit.</summary>
    internal static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(120);

    private DeviceWorker[] _workers = [];

    /// <summary>What each device does now.</summary>
    internal IReadOnlyList<(string Device, int? RunId, bool IsBusy)> Devices => [.. _workers.Select(worker => (worker.Device, worker.CurrentRunId, worker.IsBusy))];

    /// <summary>The device that "auto" means: the first GPU, else the CPU.</summary>
    internal string AutoDevice => (backend.Devices.FirstOrDefault(device => device.IsGpu) ?? backend.Devices[0]).Name;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.RecoverAfterCrash();
        _workers = [.. backend.Devices.Select(device => new DeviceWorker(device.Name, () => Next(device.Name), work => Report(device.Name, work), logger))];
        foreach (DeviceWorker worker in _workers)
        {
            worker.Start();
        }

        jobs.Changed += WakeAfterJob;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        jobs.Changed -= WakeAfterJob;
        foreach (DeviceWorker worker in _workers)
        {
            worker.BeginStop();
        }

        return Task.Run(() =>
        {
            foreach (DeviceWorker worker in _workers)
            {
                if (!worker.WaitForEnd(ShutdownLimit))
                {
                    logger.LogWarning("Run {RunId} on {Device} did not stop in time; it will show as interrupted.", worker.CurrentRunId, worker.Device);
                }
            }
        }, CancellationToken.None);
    }

    /// <summary>Something was queued: idle devices look.</summary>
    internal void Wake()
    {
        foreach (DeviceWorker worker in _workers)
        {
            worker.Wake();
        }
    }

    /// <summary>Stops a run: one that works writes a checkpoint first, one that waits leaves the queue.</summary>
    internal async Task CancelAsync(int runId)
    {
        if (store.TryCancelQueued(runId))
        {
            await AnnounceAsync(runId);
            return;
        }

        if (!_workers.Any(worker => worker.TryCancel(work => work is TrainingWork && work.RunId == runId)))
        {
            // It has ended meanwhile; the page shows the run's true state.
            await AnnounceAsync(runId);
        }
    }

    /// <summary>Puts a stopped run at the end of the queue, to go on from its last checkpoint.</summary>
    internal async Task ResumeAsync(int runId)
    {
        store.Requeue(runId);
        await AnnounceAsync(runId);
        Wake();
    }

    /// <summary>Queues an evaluation of the run's checkpoint with k clusters (null: best of the curve).</summary>
    /// <exception cref="SynapseLab.Engine.EngineException">There are no cubes to embed; says which to prepare.</exception>
    internal async Task EvaluateAsync(int runId, int? clusterCount)
    {
        evaluations.Queue(runId, clusterCount);
        await AnnounceAsync(runId);
        Wake();
    }

    /// <summary>Queues a measurement of options, as the engine takes them, on their device.</summary>
    internal Measurement Measure(TrainingOptions options)
    {
        Measurement measurement = measurements.Add(options);
        Wake();
        return measurement;
    }

    /// <summary>Stops an evaluation: one that works writes nothing, one that waits leaves the queue; one that has ended stays as it is.</summary>
    internal void CancelEvaluation(int id, int runId)
    {
        if (evaluations.TryCancelQueued(id))
        {
            evaluationUpdates.End(id, runId, RunStatus.Cancelled);
            return;
        }

        _ = _workers.Any(worker => worker.TryCancel(work => work is EvaluationWork evaluation && evaluation.EvaluationId == id));
    }

    /// <summary>Tells pages and clients how the run stands in the history.</summary>
    internal async Task AnnounceAsync(int runId)
    {
        if (await store.FindSnapshotAsync(runId) is { } snapshot)
        {
            await fanout.AnnounceAsync(snapshot);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (DeviceWorker worker in _workers)
        {
            worker.Dispose();
        }

        _workers = [];
    }

    // It may have prepared the set that a queued run waits for.
    private void WakeAfterJob(JobView job)
    {
        if (!job.IsActive)
        {
            Wake();
        }
    }

    private void Report(string device, DeviceWork? work) => activity.Report(work switch
    {
        null => new(device, null, null),
        { RunId: { } id } => new(device, store.NameOf(id), $"runs/{id}"),
        _ => new(device, MeasurementWork.Title, "queue"),
    });

    private DeviceWork? Next(string device)
    {
        bool takesAuto = device == AutoDevice;
        if (measurements.Take(device, takesAuto) is { } measurement)
        {
            return new MeasurementWork(measurement, device, backend, logger);
        }

        if (evaluations.Claim(device, takesAuto) is { } evaluation)
        {
            return new EvaluationWork(evaluation, backend, evaluations, evaluationUpdates, logger);
        }

        return store.ClaimRun(device, takesAuto) is { } run ? new TrainingWork(run, backend, store, evaluations, fanout, logger) : null;
    }
}
