using SynapseLab.Engine.Telemetry;
using SynapseLab.Torch;
using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>Most memory a device held since <see cref="Start"/>. On the CPU the process is looked at every few milliseconds, against its size before anything was tried.</summary>
internal sealed class PeakMemory
{
    private const int SampleMilliseconds = 5;

    private readonly CudaDevice? _gpu;
    private readonly long _before;

    /// <param name="device">Whose memory.</param>
    internal PeakMemory(torch.Device device)
    {
        // What earlier work freed but the heap still holds would be used again, and not seen to grow.
        HostHeap.Trim();
        _before = ProcessMonitor.ResidentBytes;
        _gpu = device.type == DeviceType.CUDA ? CudaDevice.All()[Math.Max(0, device.index)] : null;
    }

    /// <summary>Begins a peak; the function ends it and answers its bytes.</summary>
    internal Func<long> Start()
    {
        if (_gpu is { } gpu)
        {
            gpu.ResetPeakMemory();
            return () => gpu.Memory().PeakAllocatedBytes;
        }

        long peak = 0;
        var stop = new ManualResetEventSlim();
        var thread = new Thread(Watch) { IsBackground = true, Name = "peak memory" };
        thread.Start();
        return () =>
        {
            stop.Set();
            thread.Join();
            stop.Dispose();
            return Math.Max(0, peak - _before);
        };

        void Watch()
        {
            do
            {
                peak = Math.Max(peak, ProcessMonitor.ResidentBytes);
            }
            while (!stop.Wait(SampleMilliseconds));
        }
    }
}
