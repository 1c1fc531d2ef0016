using SynapseLab.Engine.Telemetry;
using SynapseLab.Torch;

namespace SynapseLab.Engine.Training;

/// <summary>Memory of a GPU that a run could have now: other programs may hold some of it.</summary>
internal static class GpuMemory
{
    /// <summary>Bytes for tensors of this process; all of the card's where the driver does not say who has how much.</summary>
    /// <param name="device">The card.</param>
    /// <param name="index">Its number for CUDA.</param>
    internal static long Available(DeviceInfo device, int index)
    {
        var now = GpuMonitor.Open(index, Environment.GetEnvironmentVariable("CUDA_VISIBLE_DEVICES"), out _)?.Read();
        return now?.MemoryUsedBytes is { } used ? Available(device.TotalMemoryBytes, used, ReservedBytes(index)) : device.TotalMemoryBytes;
    }

    /// <summary>What others and the driver do not use.</summary>
    /// <param name="total">Of the card.</param>
    /// <param name="used">By all programs, this one included.</param>
    /// <param name="reserved">By this process's allocator, which can use it again.</param>
    internal static long Available(long total, long used, long reserved) => Math.Max(0, total - Math.Max(0, used - reserved));

    private static long ReservedBytes(int index)
    {
        try
        {
            return CudaDevice.All()[index].Memory().ReservedBytes;
        }
        catch (TorchException)
        {
            return 0; // a shim without the allocator's figures: what it caches counts as used
        }
    }
}
