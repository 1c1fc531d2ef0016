using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Arithmetic of several steps in one pass, elementwise; sizes broadcast.
    public partial class Tensor
    {
        /// <summary>this raised to the power of exponent, elementwise.</summary>
        public Tensor pow(Tensor exponent)
        {
            NativeMethods.SLTensor_pow(Handle, exponent.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this raised to the power of exponent, elementwise.</summary>
        public Tensor pow(Scalar exponent)
        {
            NativeMethods.SLTensor_pow_scalar(Handle, exponent.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Remainder with the sign of the divisor, elementwise.</summary>
        public Tensor remainder(Scalar divisor)
        {
            NativeMethods.SLTensor_remainder_scalar(Handle, divisor.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this + value · (tensor1 · tensor2), elementwise.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            NativeMethods.SLTensor_addcmul(Handle, tensor1.Handle, tensor2.Handle, value.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this + value · (tensor1 ∕ tensor2), elementwise.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            NativeMethods.SLTensor_addcdiv(Handle, tensor1.Handle, tensor2.Handle, value.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this + weight · (end − this), elementwise.</summary>
        public Tensor lerp(Tensor end, Tensor weight)
        {
            NativeMethods.SLTensor_lerp(Handle, end.Handle, weight.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this + weight · (end − this), elementwise.</summary>
        public Tensor lerp(Tensor end, Scalar weight)
        {
            NativeMethods.SLTensor_lerp_scalar(Handle, end.Handle, weight.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this raised to the power of exponent, elementwise, in place.</summary>
        public Tensor pow_(Tensor exponent)
        {
            NativeMethods.SLTensor_pow_(Handle, exponent.Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>this raised to the power of exponent, elementwise, in place.</summary>
        public Tensor pow_(Scalar exponent)
        {
            NativeMethods.SLTensor_pow_scalar_(Handle, exponent.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>Remainder with the sign of the divisor, elementwise, in place.</summary>
        public Tensor remainder_(Scalar divisor)
        {
            NativeMethods.SLTensor_remainder_scalar_(Handle, divisor.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>this + value · (tensor1 · tensor2), elementwise, in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            NativeMethods.SLTensor_addcmul_(Handle, tensor1.Handle, tensor2.Handle, value.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>this + value · (tensor1 ∕ tensor2), elementwise, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            NativeMethods.SLTensor_addcdiv_(Handle, tensor1.Handle, tensor2.Handle, value.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>this + weight · (end − this), elementwise, in place.</summary>
        public Tensor lerp_(Tensor end, Tensor weight)
        {
            NativeMethods.SLTensor_lerp_(Handle, end.Handle, weight.Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>this + weight · (end − this), elementwise, in place.</summary>
        public Tensor lerp_(Tensor end, Scalar weight)
        {
            NativeMethods.SLTensor_lerp_scalar_(Handle, end.Handle, weight.Native).ThrowIfFailed();
            return this;
        }
    }
}
