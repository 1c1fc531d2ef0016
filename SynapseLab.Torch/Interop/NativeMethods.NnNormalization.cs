using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Normalisation layers. (native/src/nn_normalization.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLNN_batch_norm(TensorHandle input, TensorHandle weight, TensorHandle bias, TensorHandle runningMean,
        TensorHandle runningVar, int training, double momentum, double eps, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_group_norm(TensorHandle input, long numGroups, TensorHandle weight, TensorHandle bias, double eps,
        out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_layer_norm(TensorHandle input, long[]? normalizedShape, long normalizedShapeCount, TensorHandle weight,
        TensorHandle bias, double eps, out TensorHandle result);
}
