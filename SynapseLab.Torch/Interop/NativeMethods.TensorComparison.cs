using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Comparisons, masks and choices. (native/src/tensor_comparison.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_eq(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_eq_scalar(TensorHandle self, NativeScalar scalar, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_ne(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_ne_scalar(TensorHandle self, NativeScalar scalar, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_gt(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_gt_scalar(TensorHandle self, NativeScalar scalar, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_ge(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_ge_scalar(TensorHandle self, NativeScalar scalar, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_lt(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_lt_scalar(TensorHandle self, NativeScalar scalar, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_le(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_le_scalar(TensorHandle self, NativeScalar scalar, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_logical_and(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_logical_or(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_logical_xor(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_bitwise_and(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_bitwise_or(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_bitwise_xor(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_bitwise_not(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_isfinite(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_isnan(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_isinf(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_allclose(TensorHandle self, TensorHandle other, double rtol, double atol, int equalNan,
        out int result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_equal(TensorHandle self, TensorHandle other, out int result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_where(TensorHandle condition, TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_masked_fill(TensorHandle self, TensorHandle mask, NativeScalar value, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_masked_fill_(TensorHandle self, TensorHandle mask, NativeScalar value);

    [LibraryImport(Library)]
    internal static partial int SLTensor_masked_select(TensorHandle self, TensorHandle mask, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_maximum(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_minimum(TensorHandle self, TensorHandle other, out TensorHandle result);
}
