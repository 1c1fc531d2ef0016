using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Gradients. (native/src/autograd.cpp)
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int SLAutograd_backward(TensorHandle self, TensorHandle gradient, int retainGraph, int createGraph);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_requires_grad(TensorHandle self, out int result);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_requires_grad_(TensorHandle self, int requiresGrad);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_is_leaf(TensorHandle self, out int result);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_retain_grad(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_grad(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_set_grad(TensorHandle self, TensorHandle gradient);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_detach(TensorHandle self, out TensorHandle result);

    [LibraryImport(Library)]
    internal static partial int SLAutograd_detach_(TensorHandle self);
}
