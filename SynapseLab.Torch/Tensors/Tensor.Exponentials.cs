using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Exponentials, logarithms, roots and powers, elementwise.
    public partial class Tensor
    {
        /// <summary>eˣ, elementwise.</summary>
        public Tensor exp()
        {
            NativeMethods.SLTensor_exp(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Natural logarithm, elementwise.</summary>
        public Tensor log()
        {
            NativeMethods.SLTensor_log(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>log(1 + x), elementwise.</summary>
        public Tensor log1p()
        {
            NativeMethods.SLTensor_log1p(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>√x, elementwise.</summary>
        public Tensor sqrt()
        {
            NativeMethods.SLTensor_sqrt(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>1 ∕ √x, elementwise.</summary>
        public Tensor rsqrt()
        {
            NativeMethods.SLTensor_rsqrt(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>x², elementwise.</summary>
        public Tensor square()
        {
            NativeMethods.SLTensor_square(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>1 ∕ x, elementwise.</summary>
        public Tensor reciprocal()
        {
            NativeMethods.SLTensor_reciprocal(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>eˣ, elementwise, in place.</summary>
        public Tensor exp_()
        {
            NativeMethods.SLTensor_exp_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Natural logarithm, elementwise, in place.</summary>
        public Tensor log_()
        {
            NativeMethods.SLTensor_log_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>log(1 + x), elementwise, in place.</summary>
        public Tensor log1p_()
        {
            NativeMethods.SLTensor_log1p_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>√x, elementwise, in place.</summary>
        public Tensor sqrt_()
        {
            NativeMethods.SLTensor_sqrt_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>1 ∕ √x, elementwise, in place.</summary>
        public Tensor rsqrt_()
        {
            NativeMethods.SLTensor_rsqrt_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>x², elementwise, in place.</summary>
        public Tensor square_()
        {
            NativeMethods.SLTensor_square_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>1 ∕ x, elementwise, in place.</summary>
        public Tensor reciprocal_()
        {
            NativeMethods.SLTensor_reciprocal_(Handle).ThrowIfFailed();
            return this;
        }
    }
}
