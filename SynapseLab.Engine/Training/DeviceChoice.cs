using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>From the option's word to a device that is there.</summary>
internal static class DeviceChoice
{
    /// <summary>auto → the GPU of the number given where there are any, else cpu.</summary>
    /// <exception cref="EngineException">The device is not on this machine, or libtorch is not.</exception>
    internal static Device Find(string name, int localRank = 0)
    {
        RequireLibtorch();
        if (!OptionRules.IsDeviceName(name))
        {
            throw new EngineException($"The device '{name}' is not known; expected auto, cpu or cuda:N.");
        }

        if (name == "cpu" || (name == "auto" && !cuda.is_available()))
        {
            return CPU;
        }

        var wanted = new Device(name is "auto" or "cuda" ? $"cuda:{localRank}" : name);
        int count = cuda.is_available() ? cuda.device_count() : 0;
        return wanted.index < count
            ? wanted
            : throw new EngineException($"The device {wanted} is not here: this libtorch sees {count} GPUs. Choose cpu, or install a libtorch with CUDA (README).");
    }

    private static void RequireLibtorch()
    {
        if (!TorchRuntime.IsAvailable(out string? reason))
        {
            string found = string.Join("; ", reason!.Split('\n', StringSplitOptions.TrimEntries).Take(2)); // what failed, where it was looked for
            throw new EngineException($"{found}. Run eng/setup.sh and build again, or set SYNAPSE_TORCH_NATIVE to the folder of a built libsynapse_torch.so (README, GPU).");
        }
    }
}
