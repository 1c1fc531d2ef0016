using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Reading and writing at positions. (native/src/tensor_gather.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_index_select(TensorHandle self, long dim, TensorHandle index, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_gather(TensorHandle self, long dim, TensorHandle index, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_scatter(TensorHandle self, long dim, TensorHandle index, TensorHandle src,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_scatter_add(TensorHandle self, long dim, TensorHandle index, TensorHandle src,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_index_add(TensorHandle self, long dim, TensorHandle index, TensorHandle source, NativeScalar alpha,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_index_copy(TensorHandle self, long dim, TensorHandle index, TensorHandle source,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_index_fill(TensorHandle self, long dim, TensorHandle index, NativeScalar value,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_scatter_(TensorHandle self, long dim, TensorHandle index, TensorHandle src);

    [LibraryImport(Library)]
    internal static partial int SLTensor_scatter_add_(TensorHandle self, long dim, TensorHandle index, TensorHandle src);

    [LibraryImport(Library)]
    internal static partial int SLTensor_index_add_(TensorHandle self, long dim, TensorHandle index, TensorHandle source,
        NativeScalar alpha);

    [LibraryImport(Library)]
    internal static partial int SLTensor_index_copy_(TensorHandle self, long dim, TensorHandle index, TensorHandle source);

    [LibraryImport(Library)]
    internal static partial int SLTensor_index_fill_(TensorHandle self, long dim, TensorHandle index, NativeScalar value);

    [LibraryImport(Library)]
    internal static partial int SLTensor_take_along_dim(TensorHandle self, TensorHandle indices, long dim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_searchsorted(TensorHandle sortedSequence, TensorHandle values, int outInt32, int right,
        out TensorHandle result);
}
