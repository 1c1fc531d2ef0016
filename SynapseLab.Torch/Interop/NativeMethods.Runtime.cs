using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// The library itself (native/src/runtime.cpp, shim.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLRuntime_last_error(out nint message);

    [LibraryImport(Library)]
    internal static partial int SLRuntime_abi_version(out int result);

    [LibraryImport(Library)]
    internal static partial int SLRuntime_libtorch_version(out nint result);

    [LibraryImport(Library)]
    internal static partial int SLRuntime_live_tensor_count(out long result);

    [LibraryImport(Library)]
    internal static partial int SLRuntime_get_num_threads(out int result);

    [LibraryImport(Library)]
    internal static partial int SLRuntime_set_num_threads(int count);

    [LibraryImport(Library)]
    internal static partial int SLRuntime_manual_seed(ulong seed, out ulong applied);

    [LibraryImport(Library)]
    internal static partial int SLRuntime_use_deterministic_algorithms(int mode, int warnOnly, out int previous);

    [LibraryImport(Library)]
    internal static partial int SLRuntime_set_cudnn_benchmark(int enabled, out int previous);

    [LibraryImport(Library)]
    internal static partial int SLRuntime_set_cudnn_deterministic(int enabled, out int previous);

    [LibraryImport(Library)]
    internal static partial int SLRuntime_set_allow_tf32(int enabled, out int previous);
}
