using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Gradients.
    public partial class Tensor
    {
        /// <summary>Says whether gradients are recorded for this leaf.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            NativeMethods.SLAutograd_requires_grad_(Handle, requires_grad ? 1 : 0).ThrowIfFailed();
            return this;
        }

        /// <summary>The same memory, outside of the graph of gradients.</summary>
        public Tensor detach()
        {
            NativeMethods.SLAutograd_detach(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Takes this tensor out of the graph of gradients.</summary>
        public Tensor detach_()
        {
            NativeMethods.SLAutograd_detach_(Handle).ThrowIfFailed();
            return this;
        }
    }
}
