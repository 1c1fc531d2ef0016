namespace SynapseLab.Web.Jobs;

/// <summary>What one device does.</summary>
/// <param name="Name">cpu or cuda:N.</param>
/// <param name="Work">What it works on, by name; null when idle.</param>
public sealed record DeviceState(string Name, string? Work);

/// <summary>What the devices do now; the executor of runs reports, the frame shows.</summary>
public sealed class DeviceActivity
{
    private readonly Lock _lock = new();
    private IReadOnlyList<DeviceState> _now = [];

    /// <summary>Something changed; raised on the reporting thread.</summary>
    public event Action? Changed;

    /// <summary>One entry per device that has reported.</summary>
    public IReadOnlyList<DeviceState> Now => _now;

    /// <summary>Replaces what is known about one device.</summary>
    public void Report(DeviceState state)
    {
        lock (_lock)
        {
            _now = [.. _now.Where(other => other.Name != state.Name), state];
        }

        Changed?.Invoke();
    }
}
