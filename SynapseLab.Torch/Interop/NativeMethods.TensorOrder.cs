using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Extremes, sorting and searching. (native/src/tensor_order.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_max(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_max_dim(TensorHandle self, long dim, int keepdim, out TensorHandle first, out TensorHandle second);

    [LibraryImport(Library)]
    internal static partial int SLTensor_amax(TensorHandle self, long[]? dims, long dimsCount, int keepdim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_argmax(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_argmax_dim(TensorHandle self, long dim, int keepdim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_min(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_min_dim(TensorHandle self, long dim, int keepdim, out TensorHandle first, out TensorHandle second);

    [LibraryImport(Library)]
    internal static partial int SLTensor_amin(TensorHandle self, long[]? dims, long dimsCount, int keepdim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_argmin(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_argmin_dim(TensorHandle self, long dim, int keepdim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_topk(TensorHandle self, long k, long dim, int largest, int sorted, out TensorHandle first,
        out TensorHandle second);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sort(TensorHandle self, int stable, long dim, int descending, out TensorHandle first,
        out TensorHandle second);

    [LibraryImport(Library)]
    internal static partial int SLTensor_argsort(TensorHandle self, long dim, int descending, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_nonzero(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_quantile(TensorHandle self, TensorHandle q, long dim, int keepdim, out TensorHandle result);
}
