using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Convolution and linear maps. (native/src/nn_convolution.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLNN_conv3d(TensorHandle input, TensorHandle weight, TensorHandle bias, long[]? stride, long strideCount,
        long[]? padding, long paddingCount, long[]? dilation, long dilationCount, long groups, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_conv2d(TensorHandle input, TensorHandle weight, TensorHandle bias, long[]? stride, long strideCount,
        long[]? padding, long paddingCount, long[]? dilation, long dilationCount, long groups, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_conv1d(TensorHandle input, TensorHandle weight, TensorHandle bias, long[]? stride, long strideCount,
        long[]? padding, long paddingCount, long[]? dilation, long dilationCount, long groups, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_linear(TensorHandle input, TensorHandle weight, TensorHandle bias, out TensorHandle result);
}
