using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Padding, interpolation and sampling on grids. (native/src/nn_resampling.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLNN_constant_pad_nd(TensorHandle input, long[]? pad, long padCount, NativeScalar value,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_replication_pad3d(TensorHandle input, long[]? pad, long padCount, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_reflection_pad3d(TensorHandle input, long[]? pad, long padCount, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_upsample_trilinear3d(TensorHandle input, long[]? size, long sizeCount, int alignCorners,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_upsample_nearest3d(TensorHandle input, long[]? size, long sizeCount, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_grid_sampler(TensorHandle input, TensorHandle grid, long interpolation, long padding, int alignCorners,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_affine_grid_generator(TensorHandle theta, long[]? size, long sizeCount, int alignCorners,
        out TensorHandle result);
}
