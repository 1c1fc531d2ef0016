using System.Runtime.InteropServices;
using System.Text;

namespace SynapseLab.Engine.Telemetry;

/// <summary>
/// The functions of NVIDIA's management library that we call (https://docs.nvidia.com/deploy/nvml-api), which comes with the
/// driver. Looked up one by one, for a machine without the driver must not fail; all answer 0 for success.
/// </summary>
internal sealed unsafe class Nvml
{
    internal const string DefaultLibrary = "libnvidia-ml.so.1";

    private const int Success = 0;
    private const uint ChipSensor = 0; // NVML_TEMPERATURE_GPU

    private readonly delegate* unmanaged[Cdecl]<uint, nint*, int> _handleByIndex;
    private readonly delegate* unmanaged[Cdecl]<byte*, nint*, int> _handleByUuid;
    private readonly delegate* unmanaged[Cdecl]<nint, Utilization*, int> _utilization;
    private readonly delegate* unmanaged[Cdecl]<nint, MemoryInfo*, int> _memory;
    private readonly delegate* unmanaged[Cdecl]<nint, uint*, int> _power;
    private readonly delegate* unmanaged[Cdecl]<nint, uint, uint*, int> _temperature;

    private Nvml(nint library)
    {
        _handleByIndex = (delegate* unmanaged[Cdecl]<uint, nint*, int>)NativeLibrary.GetExport(library, "nvmlDeviceGetHandleByIndex_v2");
        _handleByUuid = (delegate* unmanaged[Cdecl]<byte*, nint*, int>)NativeLibrary.GetExport(library, "nvmlDeviceGetHandleByUUID");
        _utilization = (delegate* unmanaged[Cdecl]<nint, Utilization*, int>)NativeLibrary.GetExport(library, "nvmlDeviceGetUtilizationRates");
        _memory = (delegate* unmanaged[Cdecl]<nint, MemoryInfo*, int>)NativeLibrary.GetExport(library, "nvmlDeviceGetMemoryInfo");
        _power = (delegate* unmanaged[Cdecl]<nint, uint*, int>)NativeLibrary.GetExport(library, "nvmlDeviceGetPowerUsage");
        _temperature = (delegate* unmanaged[Cdecl]<nint, uint, uint*, int>)NativeLibrary.GetExport(library, "nvmlDeviceGetTemperature");
    }

    /// <summary>Loads and starts the library; it stays loaded until the process ends. Null, with the reason, where it cannot be used.</summary>
    internal static Nvml? Open(string fileName, out string? reason)
    {
        if (!NativeLibrary.TryLoad(fileName, out nint library))
        {
            reason = $"{fileName} is not here: it comes with NVIDIA's driver.";
            return null;
        }

        try
        {
            var nvml = new Nvml(library);
            int status = ((delegate* unmanaged[Cdecl]<int>)NativeLibrary.GetExport(library, "nvmlInit_v2"))();
            reason = status == Success ? null : $"{fileName} did not start: nvmlInit_v2 answered {status}.";
            return status == Success ? nvml : null;
        }
        catch (EntryPointNotFoundException e)
        {
            reason = $"{fileName} is too old: {e.Message}";
            return null;
        }
    }

    /// <summary>The card of a number, in the order of the PCI bus; null when there is none.</summary>
    internal nint? DeviceByIndex(uint index)
    {
        nint device;
        return _handleByIndex(index, &device) == Success ? device : null;
    }

    /// <summary>The card (or MIG part of one) of a name such as GPU-5a…; null when there is none.</summary>
    internal nint? DeviceByUuid(string uuid)
    {
        nint device;
        fixed (byte* name = Encoding.UTF8.GetBytes(uuid + '\0'))
        {
            return _handleByUuid(name, &device) == Success ? device : null;
        }
    }

    /// <summary>Asks a card for all figures; about a millisecond.</summary>
    internal GpuReading Read(nint device)
    {
        Utilization utilization;
        MemoryInfo memory;
        uint milliwatts;
        uint celsius;
        bool hasUtilization = _utilization(device, &utilization) == Success;
        bool hasMemory = _memory(device, &memory) == Success;
        return new(
            hasUtilization ? utilization.GpuPercent / 100.0 : null,
            hasMemory ? (long)memory.UsedBytes : null,
            hasMemory ? (long)memory.TotalBytes : null,
            _power(device, &milliwatts) == Success ? milliwatts / 1000.0 : null,
            _temperature(device, ChipSensor, &celsius) == Success ? celsius : null);
    }

    // nvmlUtilization_t
    [StructLayout(LayoutKind.Sequential)]
    private struct Utilization
    {
        public uint GpuPercent;
        public uint MemoryPercent;
    }

    // nvmlMemory_t
    [StructLayout(LayoutKind.Sequential)]
    private struct MemoryInfo
    {
        public ulong TotalBytes;
        public ulong FreeBytes;
        public ulong UsedBytes;
    }
}
