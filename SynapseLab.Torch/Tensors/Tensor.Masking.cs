using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Choices by masks, and agreement of two tensors.
    public partial class Tensor
    {
        /// <summary>True when |this − other| ≤ atol + rtol · |other| for every element.</summary>
        public bool allclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool equalNan = false)
        {
            NativeMethods.SLTensor_allclose(Handle, other.Handle, rtol, atol, equalNan ? 1 : 0, out int result).ThrowIfFailed();
            return result != 0;
        }

        /// <summary>True when both have the same shape and the same elements.</summary>
        public bool equal(Tensor other)
        {
            NativeMethods.SLTensor_equal(Handle, other.Handle, out int result).ThrowIfFailed();
            return result != 0;
        }

        /// <summary>This where the condition holds, other elsewhere; sizes broadcast.</summary>
        public Tensor where(Tensor condition, Tensor other)
        {
            NativeMethods.SLTensor_where(condition.Handle, Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Value where the Bool mask holds; a copy.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value)
        {
            NativeMethods.SLTensor_masked_fill(Handle, mask.Handle, value.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Value where the Bool mask holds, in place.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            NativeMethods.SLTensor_masked_fill_(Handle, mask.Handle, value.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>The elements where the mask holds; 1-D.</summary>
        public Tensor masked_select(Tensor mask)
        {
            NativeMethods.SLTensor_masked_select(Handle, mask.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>The larger of both, elementwise with broadcasting.</summary>
        public Tensor maximum(Tensor other)
        {
            NativeMethods.SLTensor_maximum(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>The smaller of both, elementwise with broadcasting.</summary>
        public Tensor minimum(Tensor other)
        {
            NativeMethods.SLTensor_minimum(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
