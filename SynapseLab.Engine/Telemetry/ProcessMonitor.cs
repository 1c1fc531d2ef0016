namespace SynapseLab.Engine.Telemetry;

/// <summary>What this process takes of the machine.</summary>
/// <param name="time">Measures between two readings.</param>
internal sealed class ProcessMonitor(TimeProvider time)
{
    private long _last = time.GetTimestamp();
    private TimeSpan _lastCpu = CpuTime();

    /// <summary>Memory that lies in RAM now, in bytes.</summary>
    internal static long ResidentBytes => Environment.WorkingSet;

    /// <summary>Cores kept busy since the last call, or since the start: 1.5 is one core and half of another.</summary>
    internal double ReadBusyCores()
    {
        TimeSpan cpu = CpuTime();
        double seconds = time.GetElapsedTime(_last).TotalSeconds;
        double busy = seconds > 0 ? (cpu - _lastCpu).TotalSeconds / seconds : 0;
        (_last, _lastCpu) = (time.GetTimestamp(), cpu);
        return busy;
    }

    // CpuUsage is not there on iOS and browsers, which no run of ours sees.
#pragma warning disable CA1416
    private static TimeSpan CpuTime() => Environment.CpuUsage.TotalTime;
#pragma warning restore CA1416
}
