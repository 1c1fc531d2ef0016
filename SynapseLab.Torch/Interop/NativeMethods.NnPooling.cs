using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Pooling and dropout. (native/src/nn_pooling.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLNN_max_pool3d(TensorHandle input, long[]? kernelSize, long kernelSizeCount, long[]? stride,
        long strideCount, long[]? padding, long paddingCount, long[]? dilation, long dilationCount, int ceilMode, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_avg_pool3d(TensorHandle input, long[]? kernelSize, long kernelSizeCount, long[]? stride,
        long strideCount, long[]? padding, long paddingCount, int ceilMode, int countIncludePad, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_adaptive_avg_pool3d(TensorHandle input, long[]? outputSize, long outputSizeCount,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_adaptive_max_pool3d(TensorHandle input, long[]? outputSize, long outputSizeCount,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_dropout(TensorHandle input, double p, int training, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_dropout_(TensorHandle input, double p, int training);
}
