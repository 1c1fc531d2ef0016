using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// What a tensor is, single elements and indexing (native/src/shim.cpp, tensor_core.cpp, tensor_index.cpp)
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_dispose(nint tensor);

    [LibraryImport(Library)]
    internal static partial int SLTensor_describe(TensorHandle self, out int dtype, out int deviceType, out int deviceIndex,
        long* sizes, long* strides, long capacity, out long dimensions);

    [LibraryImport(Library)]
    internal static partial int SLTensor_numel(TensorHandle self, out long result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_data_ptr(TensorHandle self, out nint result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_item_double(TensorHandle self, out double result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_item_int64(TensorHandle self, out long result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_from_memory(void* source, long bytes, long[] size, long sizeCount, int dtype, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_to_string(TensorHandle self, out nint text);

    [LibraryImport(Library)]
    internal static partial int SLTensor_index(TensorHandle self, NativeIndex[] indices, long count, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_index_put_(TensorHandle self, NativeIndex[] indices, long count, TensorHandle value);

    [LibraryImport(Library)]
    internal static partial int SLTensor_index_put_scalar_(TensorHandle self, NativeIndex[] indices, long count, NativeScalar value);
}
