using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Reductions over all elements or over named dimensions. (native/src/tensor_reduction.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_sum(TensorHandle self, int type, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_sum_dim(TensorHandle self, long[]? dim, long dimCount, int keepdim, int type,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_mean(TensorHandle self, int type, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_mean_dim(TensorHandle self, long[]? dimensions, long dimensionsCount, int keepdim, int type,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_std(TensorHandle self, int unbiased, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_std_dim(TensorHandle self, long[]? dimensions, long dimensionsCount, int unbiased, int keepdim,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_var(TensorHandle self, int unbiased, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_var_dim(TensorHandle self, long[]? dimensions, long dimensionsCount, int unbiased, int keepdim,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_prod(TensorHandle self, int type, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_norm(TensorHandle self, NativeScalar p, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_norm_dim(TensorHandle self, NativeScalar p, long[]? dim, long dimCount, int keepdim,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_logsumexp(TensorHandle self, long[]? dim, long dimCount, int keepdim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_softmax(TensorHandle self, long dim, int dtype, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_log_softmax(TensorHandle self, long dim, int dtype, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_any(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_any_dim(TensorHandle self, long dim, int keepdim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_all(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_all_dim(TensorHandle self, long dim, int keepdim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_cumsum(TensorHandle self, long dim, int type, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_count_nonzero(TensorHandle self, out TensorHandle result);
}
