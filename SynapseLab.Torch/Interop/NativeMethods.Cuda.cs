using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// CUDA devices and memory (native/src/cuda.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLCuda_is_available(out int result);

    [LibraryImport(Library)]
    internal static partial int SLCuda_cudnn_is_available(out int result);

    [LibraryImport(Library)]
    internal static partial int SLCuda_device_count(out int result);

    [LibraryImport(Library)]
    internal static partial int SLCuda_synchronize(int deviceIndex);

    [LibraryImport(Library)]
    internal static partial int SLCuda_device_properties(int deviceIndex, byte[] name, int nameCapacity, out long totalBytes);

    [LibraryImport(Library)]
    internal static partial int SLCuda_memory_statistics(int deviceIndex, out long allocatedBytes, out long peakAllocatedBytes, out long reservedBytes);

    [LibraryImport(Library)]
    internal static partial int SLCuda_reset_peak_memory(int deviceIndex);

    [LibraryImport(Library)]
    internal static partial int SLCuda_empty_cache(int deviceIndex);
}
