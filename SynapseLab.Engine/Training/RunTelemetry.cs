using SynapseLab.Engine.Telemetry;
using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>Samples what a run takes of the machine, every few seconds and never between; a sample costs about a millisecond.</summary>
internal sealed class RunTelemetry
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time;
    private readonly ProcessMonitor _process;
    private readonly GpuMonitor? _gpu;
    private readonly string? _gpuUnavailable;
    private long? _last;

    /// <param name="device">Where the run's networks are.</param>
    /// <param name="time">The clock.</param>
    internal RunTelemetry(torch.Device device, TimeProvider time)
    {
        (_time, _process) = (time, new ProcessMonitor(time));
        if (device.type == DeviceType.CUDA)
        {
            _gpu = GpuMonitor.Open(Math.Max(0, device.index), Environment.GetEnvironmentVariable("CUDA_VISIBLE_DEVICES"), out _gpuUnavailable);
        }
    }

    /// <summary>The next sample, at once when it is the first; null until it is due.</summary>
    internal TelemetrySampled? SampleWhenDue()
    {
        if (_last is { } last && _time.GetElapsedTime(last) < s_interval)
        {
            return null;
        }

        _last = _time.GetTimestamp();
        var gpu = _gpu?.Read();
        return new TelemetrySampled
        {
            ProcessMemoryBytes = ProcessMonitor.ResidentBytes,
            BusyCores = _process.ReadBusyCores(),
            GpuUtilizationFraction = gpu?.UtilizationFraction,
            GpuMemoryUsedBytes = gpu?.MemoryUsedBytes,
            GpuMemoryTotalBytes = gpu?.MemoryTotalBytes,
            GpuPowerWatts = gpu?.PowerWatts,
            GpuTemperatureCelsius = gpu?.TemperatureCelsius,
            GpuUnavailable = _gpuUnavailable,
        };
    }
}
