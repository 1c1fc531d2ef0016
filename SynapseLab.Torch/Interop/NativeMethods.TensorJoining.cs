using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Several tensors into one and one into several. (native/src/tensor_joining.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLTensor_cat(nint[] tensors, long tensorsCount, long dim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_stack(nint[] tensors, long tensorsCount, long dim, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLTensor_chunk(TensorHandle self, long chunks, long dim, nint[] results, long capacity);

    [LibraryImport(Library)]
    internal static partial int SLTensor_split(TensorHandle self, long size, long dim, nint[] results, long capacity);

    [LibraryImport(Library)]
    internal static partial int SLTensor_split_with_sizes(TensorHandle self, long[]? sizes, long sizesCount, long dim, nint[] results,
        long capacity);

    [LibraryImport(Library)]
    internal static partial int SLTensor_unbind(TensorHandle self, long dim, nint[] results, long capacity);

    [LibraryImport(Library)]
    internal static partial int SLTensor_meshgrid(nint[] tensors, long tensorsCount, nint[] results, long capacity);
}
