using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Copies to another element type, device or memory layout. (native/src/tensor_conversion.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_clone(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_contiguous(TensorHandle self, int memoryFormat, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_is_contiguous(TensorHandle self, int memoryFormat, out int result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_to(TensorHandle self, int dtype, int deviceType, int deviceIndex, int memoryFormat,
        int nonBlocking, int copy, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_copy_(TensorHandle self, TensorHandle source, int nonBlocking);

    [LibraryImport(Library)]
    internal static partial int SLTensor_set_data(TensorHandle self, TensorHandle data);

    [LibraryImport(Library)]
    internal static partial int SLTensor_zero_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLTensor_fill_(TensorHandle self, NativeScalar value);

    [LibraryImport(Library)]
    internal static partial int SLTensor_pin_memory(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_is_pinned(TensorHandle self, out int result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_zeros_like(TensorHandle self, int dtype, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_ones_like(TensorHandle self, int dtype, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_empty_like(TensorHandle self, int dtype, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_rand_like(TensorHandle self, int dtype, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_randn_like(TensorHandle self, int dtype, out TensorHandle result);
}
