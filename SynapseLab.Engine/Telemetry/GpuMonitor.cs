using System.Globalization;

namespace SynapseLab.Engine.Telemetry;

/// <summary>One of CUDA's GPUs as the driver sees it.</summary>
internal sealed class GpuMonitor
{
    private readonly Nvml _nvml;
    private readonly nint _device;

    private GpuMonitor(Nvml nvml, nint device) => (_nvml, _device) = (nvml, device);

    /// <summary>
    /// Finds the card behind cuda:N. Cards are counted in the order of the PCI bus; CUDA counts so too when the cards are alike or
    /// CUDA_DEVICE_ORDER is PCI_BUS_ID.
    /// </summary>
    /// <param name="cudaIndex">N.</param>
    /// <param name="visibleDevices">CUDA_VISIBLE_DEVICES: numbers or UUIDs that cuda:0, cuda:1 … stand for; null or empty for all.</param>
    /// <param name="reason">Why there is none; null when there is.</param>
    /// <param name="library">File name of NVML.</param>
    internal static GpuMonitor? Open(int cudaIndex, string? visibleDevices, out string? reason, string library = Nvml.DefaultLibrary)
    {
        var nvml = Nvml.Open(library, out reason);
        if (nvml is null)
        {
            return null;
        }

        string name = NameOf(cudaIndex, visibleDevices);
        nint? device = uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out uint index) ? nvml.DeviceByIndex(index) : nvml.DeviceByUuid(name);
        reason = device is null ? $"{library} knows no GPU '{name}' for cuda:{cudaIndex}." : null;
        return device is { } found ? new(nvml, found) : null;
    }

    /// <summary>Its figures now.</summary>
    internal GpuReading Read() => _nvml.Read(_device);

    private static string NameOf(int cudaIndex, string? visibleDevices)
    {
        string[] visible = (visibleDevices ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return cudaIndex < visible.Length ? visible[cudaIndex] : cudaIndex.ToString(CultureInfo.InvariantCulture);
    }
}
