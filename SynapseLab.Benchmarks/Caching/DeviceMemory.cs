using System.Diagnostics;
using SynapseLab.Torch;
using TorchSharp;

namespace SynapseLab.Benchmarks.Caching;

/// <summary>Most memory since the start, measured as eng/bench/caching.py does: of a GPU what lies in tensors, on the CPU the growth of the process.</summary>
internal sealed class DeviceMemory
{
    private readonly CudaDevice? _gpu;
    private readonly long _before;

    private DeviceMemory(CudaDevice? gpu, long before) => (_gpu, _before) = (gpu, before);

    internal static DeviceMemory Start(torch.Device device)
    {
        using var first = torch.zeros(1, device: device); // what the libraries take is not the step's
        File.WriteAllText("/proc/self/clear_refs", "5"); // the kernel's peak begins anew (man 5 proc)
        return new(device.type == DeviceType.CUDA ? CudaDevice.All()[device.index] : null, Environment.WorkingSet);
    }

    /// <summary>Bytes; null where the shim was compiled without the figures.</summary>
    internal long? PeakBytes()
    {
        if (_gpu is { } gpu)
        {
            try
            {
                return gpu.Memory().PeakAllocatedBytes;
            }
            catch (TorchException)
            {
                return null;
            }
        }

        using var own = Process.GetCurrentProcess();
        return own.PeakWorkingSet64 - _before;
    }
}
