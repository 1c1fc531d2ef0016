using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Views and copies with another shape. (native/src/tensor_shape.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_reshape(TensorHandle self, long[]? shape, long shapeCount, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_view(TensorHandle self, long[]? shape, long shapeCount, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_flatten(TensorHandle self, long startDim, long endDim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_alias(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_permute(TensorHandle self, long[]? permutation, long permutationCount, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_transpose(TensorHandle self, long dim0, long dim1, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_t(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_squeeze(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_squeeze_dim(TensorHandle self, long dim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_unsqueeze(TensorHandle self, long dim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_narrow(TensorHandle self, long dimension, long start, long length, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_slice(TensorHandle self, long dim, long start, long finish, long step, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_select(TensorHandle self, long dim, long index, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_expand(TensorHandle self, long[]? sizes, long sizesCount, int isImplicit, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_repeat(TensorHandle self, long[]? sizes, long sizesCount, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_repeat_interleave(TensorHandle self, long repeats, long dim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_roll(TensorHandle self, long[]? shifts, long shiftsCount, long[]? dims, long dimsCount,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_flip(TensorHandle self, long[]? dims, long dimsCount, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_rot90(TensorHandle self, long k, long dim0, long dim1, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_unfold(TensorHandle self, long dimension, long size, long step, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_diagonal(TensorHandle self, long offset, long dim1, long dim2, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_diag(TensorHandle self, long diagonal, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_triu(TensorHandle self, long diagonal, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_tril(TensorHandle self, long diagonal, out TensorHandle result);
}
