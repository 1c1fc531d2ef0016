using SynapseLab.Torch;

namespace SynapseLab.Engine.Training;

/// <summary>One device a run can use.</summary>
/// <param name="Name">cpu or cuda:N, as in <see cref="TrainingOptions.Device"/>.</param>
/// <param name="Description">For the form, e.g. "CPU, 2 cores".</param>
/// <param name="TotalMemoryBytes">Memory of the device; for the CPU what the process may use.</param>
public sealed record DeviceInfo(string Name, string Description, long TotalMemoryBytes)
{
    /// <summary>Whether it is a GPU.</summary>
    public bool IsGpu => Name != "cpu";

    /// <summary>All devices of this machine; "cpu" always, first. Without libtorch there are no GPUs.</summary>
    public static IReadOnlyList<DeviceInfo> All()
    {
        var cpu = new DeviceInfo("cpu", $"CPU, {Environment.ProcessorCount} cores", GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        IReadOnlyList<CudaDevice> gpus = TorchRuntime.IsAvailable(out _) ? CudaDevice.All() : [];
        return [cpu, .. gpus.Select(gpu => new DeviceInfo($"cuda:{gpu.Index}", gpu.Name, gpu.TotalMemoryBytes))];
    }

    /// <summary>The device that "auto" means: the first GPU, else the CPU.</summary>
    public static DeviceInfo Best() => All() is [_, var gpu, ..] ? gpu : All()[0];
}
