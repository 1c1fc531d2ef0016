using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Copies to another element type, device or memory layout.
    public partial class Tensor
    {
        /// <summary>A copy with memory of its own; gradients flow through it.</summary>
        public Tensor clone()
        {
            NativeMethods.SLTensor_clone(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Overwrites this with the elements of source, which may have another type or device; sizes broadcast.</summary>
        public Tensor copy_(Tensor source, bool non_blocking = false)
        {
            NativeMethods.SLTensor_copy_(Handle, source.Handle, non_blocking ? 1 : 0).ThrowIfFailed();
            return this;
        }

        /// <summary>Overwrites every element with 0.</summary>
        public Tensor zero_()
        {
            NativeMethods.SLTensor_zero_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Overwrites every element with value.</summary>
        public Tensor fill_(Scalar value)
        {
            NativeMethods.SLTensor_fill_(Handle, value.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>A copy in page-locked memory, from which a CUDA device copies without waiting. Needs CUDA.</summary>
        public Tensor pin_memory()
        {
            NativeMethods.SLTensor_pin_memory(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
