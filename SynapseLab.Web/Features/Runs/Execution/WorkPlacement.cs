namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Gives devices their work. They look for it one at a time: a run of several takes all of its devices, or none.</summary>
internal sealed class WorkPlacement(ITrainingBackend backend, DueWork due)
{
    private readonly Lock _placing = new();
    private readonly DeviceLedger _ledger = new([.. backend.Devices.Select(device => device.Name)]);

    /// <summary>All devices of the machine.</summary>
    internal IEnumerable<string> Devices => backend.Devices.Select(device => device.Name);

    /// <summary>The device that "auto" means: the first GPU, else the CPU.</summary>
    internal string AutoDevice => (backend.Devices.FirstOrDefault(device => device.IsGpu) ?? backend.Devices[0]).Name;

    /// <summary>Reads who works on what while no device takes or gives back anything.</summary>
    internal T Look<T>(Func<DeviceLedger, T> look)
    {
        lock (_placing)
        {
            return look(_ledger);
        }
    }

    /// <summary>Takes the next piece of work for a device off its queue; null when there is none, or another thread works on the device.</summary>
    internal DeviceWork? Next(string device)
    {
        lock (_placing)
        {
            if (!_ledger.IsFree(device) || due.Take(device, device == AutoDevice, _ledger) is not var (work, devices))
            {
                return null;
            }

            _ledger.Take(device, devices);
            return work;
        }
    }

    /// <summary>What the thread of a device has taken.</summary>
    internal IReadOnlyList<string> TakenBy(string device) => Look(ledger => ledger.TakenBy(device));

    /// <summary>The thread of a device is done; answers which devices are free now of those it had, and itself.</summary>
    internal IReadOnlyList<string> Release(string device)
    {
        lock (_placing)
        {
            return [.. _ledger.Release(device).Append(device).Distinct().Where(_ledger.IsFree)];
        }
    }
}
