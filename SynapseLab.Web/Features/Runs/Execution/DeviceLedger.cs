namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Which devices are taken, and by whom: work of one device's thread may need others beside it. Every call is under the executor's lock.</summary>
/// <param name="devices">All devices of the machine.</param>
internal sealed class DeviceLedger(IReadOnlyList<string> devices)
{
    private readonly Dictionary<string, string> _takenBy = []; // device → the one whose thread works on it

    private string[] Gpus => [.. devices.Where(device => device != "cpu")];

    internal bool IsFree(string device) => !_takenBy.ContainsKey(device);

    /// <summary>The device whose thread works on this one; itself where nothing does.</summary>
    internal string WorkerOf(string device) => _takenBy.GetValueOrDefault(device, device);

    /// <summary>Whether a run of several processes may take a device, now or when it is free.</summary>
    internal bool Serves(string device, WantedDevices wanted) => device == "cpu" ? Gpus.Length == 0 || wanted.Device == "cpu" : wanted.Device != "cpu";

    /// <summary>
    /// The devices for the processes of a run, one each, this free one first; null while too few are free. On fewer GPUs than there once
    /// were the run has fewer processes, as many as can share its batch.
    /// </summary>
    internal IReadOnlyList<string>? Gather(string device, WantedDevices wanted)
    {
        if (device == "cpu")
        {
            return [.. Enumerable.Repeat(device, wanted.Processes)];
        }

        int count = Enumerable.Range(1, Math.Min(wanted.Processes, Gpus.Length)).Last(processes => wanted.BatchSize % processes == 0);
        string[] free = [device, .. Gpus.Where(gpu => gpu != device && IsFree(gpu))];
        return free.Length < count ? null : free[..count];
    }

    /// <summary>The thread of one device works on these.</summary>
    internal void Take(string worker, IEnumerable<string> taken)
    {
        foreach (string device in taken)
        {
            _takenBy[device] = worker;
        }
    }

    /// <summary>The thread of a device is done; answers what it had taken.</summary>
    internal IReadOnlyList<string> Release(string worker)
    {
        IReadOnlyList<string> released = TakenBy(worker);
        foreach (string device in released)
        {
            _takenBy.Remove(device);
        }

        return released;
    }

    /// <summary>What the thread of a device has taken.</summary>
    internal IReadOnlyList<string> TakenBy(string worker) => [.. _takenBy.Where(taken => taken.Value == worker).Select(taken => taken.Key)];
}

/// <summary>What a run that waits wants of the machine.</summary>
/// <param name="Device">As options name it: auto, cpu, cuda or cuda:N.</param>
/// <param name="Processes">≥ 1.</param>
/// <param name="BatchSize">What processes share.</param>
internal sealed record WantedDevices(string Device, int Processes, int BatchSize);
