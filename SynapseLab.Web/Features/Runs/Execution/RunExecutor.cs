using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Storage;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>
/// Runs the queue: one thread per device. It takes measurements first, then evaluations and jobs that need a device, then runs, each
/// first come first served. On start it finds what a crash left behind; on
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

    // Devices look for work one at a time: a run of several takes all of its devices, or none.
    private readonly Lock _placing = new();
    private readonly DeviceLedger _ledger = new([.. backend.Devices.Select(device => device.Name)]);

    private DeviceWorker[] _workers = [];

    /// <summary>What each device does now.</summary>
    internal IReadOnlyList<(string Device, DeviceWork? Work)> Devices
    {
        get
        {
            lock (_placing)
            {
                return [.. _workers.Select(device => (device.Device, _workers.First(worker => worker.Device == _ledger.WorkerOf(device.Device)).Current))];
            }
        }
    }

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
                    logger.LogWarning("{Work} on {Device} did not stop in time; it will show as interrupted.", worker.Current?.Title, worker.Device);
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
            Wake(); // devices may have been kept free for it
            return;
        }

        if (!_workers.Any(worker => worker.TryCancel(work => work is TrainingWork && work.RunId == runId)))
        {
            // It has ended meanwhile; the page shows the run's true state.
            await AnnounceAsync(runId);
        }
    }

    /// <summary>Puts a stopped run at the end of the queue, to go on from its last checkpoint.</summary>
    /// <param name="runId">Which.</param>
    /// <param name="processes">In how many processes from now on; null: as before.</param>
    internal async Task ResumeAsync(int runId, int? processes = null)
    {
        store.Requeue(runId, processes);
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

    /// <summary>Stops what a device works on; nothing when that has ended meanwhile.</summary>
    internal void Cancel(DeviceWork work) => _ = _workers.Any(worker => worker.TryCancel(current => current == work));

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

    private void Report(string device, DeviceWork? work)
    {
        foreach (string reported in work is null ? Release(device) : TakenBy(device))
        {
            activity.Report(new(reported, work?.Title));
        }

        if (work is null)
        {
            Wake(); // a run may wait for several
        }
    }

    private IReadOnlyList<string> TakenBy(string device)
    {
        lock (_placing)
        {
            return _ledger.TakenBy(device);
        }
    }

    /// <summary>Answers which devices are free now of those it had, and itself.</summary>
    private IReadOnlyList<string> Release(string device)
    {
        lock (_placing)
        {
            return [.. _ledger.Release(device).Append(device).Distinct().Where(_ledger.IsFree)];
        }
    }

    private DeviceWork? Next(string device)
    {
        lock (_placing)
        {
            if (!_ledger.IsFree(device))
            {
                return null;
            }

            DeviceWork? work = Find(device, out IReadOnlyList<string> devices);
            if (work is not null)
            {
                _ledger.Take(device, devices);
            }

            return work;
        }
    }

    private DeviceWork? Find(string device, out IReadOnlyList<string> devices)
    {
        bool takesAuto = device == AutoDevice;
        devices = [device];
        if (measurements.Take(device, takesAuto) is { } measurement)
        {
            return new MeasurementWork(measurement, device, backend, logger);
        }

        if (evaluations.Claim(device, takesAuto) is { } evaluation)
        {
            return new EvaluationWork(evaluation, backend, evaluations, evaluationUpdates, logger);
        }

        if (jobs.TakeFor(device, takesAuto) is { } job)
        {
            return new JobWork(job, jobs);
        }

        if (store.ClaimRun(device, takesAuto, _ledger) is not { } run)
        {
            return null;
        }

        devices = run.Devices;
        return new TrainingWork(run, backend, store, evaluations, fanout, logger);
    }
}
