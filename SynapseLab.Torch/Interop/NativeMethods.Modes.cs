using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Gradient recording and autocast on this thread (native/src/autograd_mode.cpp, autocast.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLAutograd_set_grad_enabled(int enabled, out int previous);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_is_grad_enabled(out int result);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_inference_mode_enter(int enabled, out nint guard);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_inference_mode_exit(nint guard);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_is_inference_mode_enabled(out int result);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_grad_of(nint[] outputs, long outputsCount, nint[] inputs, long inputsCount,
        nint[] gradients, long gradientsCount, int retainGraph, int createGraph, int allowUnused, nint[] results, long capacity);

    [LibraryImport(Library)]
    internal static partial int SLAutocast_enter(int deviceType, int enabled, int dtype, out int previousEnabled, out int previousDtype);

    [LibraryImport(Library)]
    internal static partial int SLAutocast_exit(int deviceType, int previousEnabled, int previousDtype);
}
