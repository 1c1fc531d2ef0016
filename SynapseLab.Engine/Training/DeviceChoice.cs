using SynapseLab.Torch;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>From the option's word to a device that is there.</summary>
internal static class DeviceChoice
{
    private const string Gpu = "cuda:";

    /// <summary>Whether a word names a device: auto, cpu, cuda or cuda:N.</summary>
    internal static bool IsName(string name) => name is "auto" or "cpu" or "cuda"
        || (name.StartsWith(Gpu, StringComparison.Ordinal) && int.TryParse(name.AsSpan(Gpu.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _));

    /// <summary>auto → cuda:0 where there is one, else cpu.</summary>
    /// <exception cref="EngineException">The word names no device, or one that is not on this machine.</exception>
    internal static Device Find(string name)
    {
        if (!IsName(name))
        {
            throw new EngineException($"Expected a device auto, cpu or cuda:N, got '{name}'.");
        }

        if (name == "cpu" || (name == "auto" && !cuda.is_available()))
        {
            return CPU;
        }

        var wanted = new Device(name is "auto" or "cuda" ? "cuda:0" : name);
        int count = cuda.is_available() ? cuda.device_count() : 0;
        return wanted.index < count
            ? wanted
            : throw new EngineException($"The device {name} is not here: this libtorch sees {count} GPUs. Choose cpu, or install a libtorch with CUDA (README).");
    }
}
