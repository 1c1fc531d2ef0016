using SynapseLab.Web.Features.Runs.Storage;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>
/// Runs the queue: one thread per device. It takes measurements first, then evaluations and jobs that need a device, then runs, each
/// first come first served. On start it finds what a crash left behind; on shutdown every run writes a checkpoint before the process ends.
/// </summary>
internal sealed class RunExecutor(
    WorkPlacement placement,
    RunStore store,
    JobService jobs,
    DeviceActivity activity,
    ILogger<RunExecutor> logger) : IHostedService, IDisposable
{
    /// <summary>How long a shutdown waits for checkpoints; a step on a slow CPU and a large checkpoint fit.</summary>
    internal static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(120);

    private DeviceWorker[] _workers = [];

    /// <summary>What each device does now.</summary>
    internal IReadOnlyList<(string Device, DeviceWork? Work)> Devices => placement.Look(ledger => _workers
        .Select(device => (device.Device, _workers.First(worker => worker.Device == ledger.WorkerOf(device.Device)).Current)).ToArray());

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.RecoverAfterCrash();
        _workers = [.. placement.Devices.Select(device => new DeviceWorker(device, () => placement.Next(device), work => Report(device, work), logger))];
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

    /// <summary>Asks the work that is meant to stop; false when no device is at it.</summary>
    internal bool TryCancel(Predicate<DeviceWork> isMeant) => _workers.Any(worker => worker.TryCancel(isMeant));

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
        foreach (string reported in work is null ? placement.Release(device) : placement.TakenBy(device))
        {
            activity.Report(new(reported, work?.Title));
        }

        if (work is null)
        {
            Wake(); // a run may wait for several
        }
    }
}
