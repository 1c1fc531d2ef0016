using SynapseLab.Engine.Telemetry;
using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>Samples what a run takes of the machine, every few seconds and never between; a sample costs about a millisecond.</summary>
internal sealed class RunTelemetry
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time;
    private readonly ProcessMonitor _process;
    private readonly List<GpuMonitor> _gpus = [];
    private readonly string? _gpuUnavailable;
    private long? _last;

    /// <param name="device">Where this process's networks are.</param>
    /// <param name="time">The clock.</param>
    /// <param name="gpus">Numbers of the run's GPUs on this machine; null: the device's alone.</param>
    internal RunTelemetry(torch.Device device, TimeProvider time, IReadOnlyList<int>? gpus = null)
    {
        (_time, _process) = (time, new ProcessMonitor(time));
        if (device.type == DeviceType.CUDA)
        {
            foreach (int index in gpus ?? [Math.Max(0, device.index)])
            {
                if (GpuMonitor.Open(index, Environment.GetEnvironmentVariable("CUDA_VISIBLE_DEVICES"), out string? reason) is { } gpu)
                {
                    _gpus.Add(gpu);
                }

                _gpuUnavailable ??= reason;
            }
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
        var gpu = _gpus.Count == 0 || _gpuUnavailable is not null ? null : GpuReading.Together([.. _gpus.Select(one => one.Read())]);
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
