using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Matrix products and decompositions. (native/src/tensor_linalg.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_matmul(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_mm(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_bmm(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_mv(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_dot(TensorHandle self, TensorHandle other, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_addmm(TensorHandle self, TensorHandle mat1, TensorHandle mat2, NativeScalar beta,
        NativeScalar alpha, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_addmm_(TensorHandle self, TensorHandle mat1, TensorHandle mat2, NativeScalar beta,
        NativeScalar alpha);

    [LibraryImport(Library)]
    internal static partial int SLTensor_cdist(TensorHandle self, TensorHandle other, double p, long computeMode, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_fill_diagonal_(TensorHandle self, NativeScalar value, int wrap);

    [LibraryImport(Library)]
    internal static partial int SLTensor_linalg_svd(TensorHandle self, int fullMatrices, out TensorHandle first, out TensorHandle second,
        out TensorHandle third);

    [LibraryImport(Library)]
    internal static partial int SLTensor_linalg_svdvals(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_linalg_eigh(TensorHandle self, int upper, out TensorHandle first, out TensorHandle second);

    [LibraryImport(Library)]
    internal static partial int SLTensor_linalg_eigvalsh(TensorHandle self, int upper, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_linalg_qr(TensorHandle self, out TensorHandle first, out TensorHandle second);

    [LibraryImport(Library)]
    internal static partial int SLTensor_linalg_inv(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_linalg_det(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_linalg_vector_norm(TensorHandle self, NativeScalar ord, long[]? dims, long dimsCount, int keepdim,
        int dtype, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_linalg_solve(TensorHandle self, TensorHandle other, out TensorHandle result);
}
