using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Losses. (native/src/nn_loss.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLNN_cross_entropy(TensorHandle input, TensorHandle target, TensorHandle weight, long reduction,
        long ignoreIndex, double labelSmoothing, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_mse_loss(TensorHandle input, TensorHandle target, long reduction, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLNN_binary_cross_entropy_with_logits(TensorHandle input, TensorHandle target, TensorHandle weight,
        TensorHandle posWeight, long reduction, out TensorHandle result);
}
