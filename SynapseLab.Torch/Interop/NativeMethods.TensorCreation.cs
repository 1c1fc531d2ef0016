using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// New tensors. (native/src/tensor_creation.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_zeros(long[]? size, long sizeCount, int dtype, int deviceType, int deviceIndex, int requiresGrad,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_ones(long[]? size, long sizeCount, int dtype, int deviceType, int deviceIndex, int requiresGrad,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_empty(long[]? size, long sizeCount, int dtype, int deviceType, int deviceIndex, int requiresGrad,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_full(long[]? size, long sizeCount, NativeScalar value, int dtype, int deviceType, int deviceIndex,
        int requiresGrad, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_arange(NativeScalar start, NativeScalar stop, NativeScalar step, int dtype, int deviceType,
        int deviceIndex, int requiresGrad, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_linspace(double start, double end, long steps, int dtype, int deviceType, int deviceIndex,
        int requiresGrad, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_eye(long rows, long columns, int dtype, int deviceType, int deviceIndex, int requiresGrad,
        out TensorHandle result);
}
