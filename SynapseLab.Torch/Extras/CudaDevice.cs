using System.Text;
using TorchSharp;
#if !TORCHSHARP_PACKAGE
using TorchSharp.Interop;
#endif

namespace SynapseLab.Torch;

/// <summary>Memory of one GPU as libtorch's caching allocator sees it.</summary>
/// <param name="AllocatedBytes">In tensors now.</param>
/// <param name="PeakAllocatedBytes">In tensors at most since the last reset.</param>
/// <param name="ReservedBytes">Held from the driver, in use or cached.</param>
public readonly record struct CudaMemory(long AllocatedBytes, long PeakAllocatedBytes, long ReservedBytes);

/// <summary>One NVIDIA GPU.</summary>
/// <param name="Index">Its number, from 0; the device's name for torch is cuda:Index.</param>
/// <param name="Name">What the driver calls it.</param>
/// <param name="TotalMemoryBytes">All of its memory.</param>
public sealed record CudaDevice(int Index, string Name, long TotalMemoryBytes)
{
    /// <summary>The GPUs that libtorch can use; empty where it has no CUDA or sees none.</summary>
    public static IReadOnlyList<CudaDevice> All()
        => torch.cuda.is_available() ? [.. Enumerable.Range(0, torch.cuda.device_count()).Select(Describe)] : [];

    /// <summary>Memory figures now.</summary>
    /// <exception cref="NotSupportedException">The TorchSharp packages provide libtorch; they have no figures.</exception>
    /// <exception cref="TorchException">The shim was compiled without CUDA's headers, or there is no such device.</exception>
    public CudaMemory Memory()
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException("The TorchSharp packages have no CUDA memory figures; build with -p:TorchProvider=own.");
#else
        NativeMethods.SLCuda_memory_statistics(Index, out long allocated, out long peak, out long reserved).ThrowIfFailed("cuda.memory");
        return new CudaMemory(allocated, peak, reserved);
#endif
    }

    /// <summary>Begins a new peak.</summary>
    public void ResetPeakMemory()
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException("The TorchSharp packages have no CUDA memory figures; build with -p:TorchProvider=own.");
#else
        NativeMethods.SLCuda_reset_peak_memory(Index).ThrowIfFailed("cuda.reset_peak_memory");
#endif
    }

    /// <summary>Gives cached memory back to the driver.</summary>
    public void EmptyCache()
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException("The TorchSharp packages cannot empty the cache; build with -p:TorchProvider=own.");
#else
        NativeMethods.SLCuda_empty_cache(Index).ThrowIfFailed("cuda.empty_cache");
#endif
    }

    private static CudaDevice Describe(int index)
    {
#if TORCHSHARP_PACKAGE
        return new CudaDevice(index, $"cuda:{index}", 0);
#else
        byte[] name = new byte[256];
        NativeMethods.SLCuda_device_properties(index, name, name.Length, out long total).ThrowIfFailed("cuda.device_properties");
        return new CudaDevice(index, Encoding.UTF8.GetString(name).TrimEnd('\0'), total);
#endif
    }
}
