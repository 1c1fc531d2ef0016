using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Elementwise arithmetic with a tensor or a number; sizes broadcast.
    public partial class Tensor
    {
        /// <summary>this + alpha · other, elementwise with broadcasting; alpha is 1 unless given.</summary>
        public Tensor add(Tensor other)
        {
            NativeMethods.SLTensor_add(Handle, other.Handle, NativeScalar.One, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this + alpha · other, elementwise with broadcasting; alpha is 1 unless given.</summary>
        public Tensor add(Tensor other, Scalar alpha)
        {
            NativeMethods.SLTensor_add(Handle, other.Handle, alpha.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this + scalar, elementwise.</summary>
        public Tensor add(Scalar scalar)
        {
            NativeMethods.SLTensor_add_scalar(Handle, scalar.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this − alpha · other, elementwise with broadcasting; alpha is 1 unless given.</summary>
        public Tensor sub(Tensor other)
        {
            NativeMethods.SLTensor_sub(Handle, other.Handle, NativeScalar.One, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this − alpha · other, elementwise with broadcasting; alpha is 1 unless given.</summary>
        public Tensor sub(Tensor other, Scalar alpha)
        {
            NativeMethods.SLTensor_sub(Handle, other.Handle, alpha.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this − scalar, elementwise.</summary>
        public Tensor sub(Scalar scalar)
        {
            NativeMethods.SLTensor_sub_scalar(Handle, scalar.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this · other, elementwise with broadcasting.</summary>
        public Tensor mul(Tensor other)
        {
            NativeMethods.SLTensor_mul(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this · scalar, elementwise.</summary>
        public Tensor mul(Scalar scalar)
        {
            NativeMethods.SLTensor_mul_scalar(Handle, scalar.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this ∕ other, elementwise with broadcasting.</summary>
        public Tensor div(Tensor other)
        {
            NativeMethods.SLTensor_div(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this ∕ scalar, elementwise.</summary>
        public Tensor div(Scalar scalar)
        {
            NativeMethods.SLTensor_div_scalar(Handle, scalar.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

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

        /// <summary>this + alpha · other, elementwise with broadcasting, in place; alpha is 1 unless given.</summary>
        public Tensor add_(Tensor other)
        {
            NativeMethods.SLTensor_add_(Handle, other.Handle, NativeScalar.One).ThrowIfFailed();
            return this;
        }

        /// <summary>this + alpha · other, elementwise with broadcasting, in place; alpha is 1 unless given.</summary>
        public Tensor add_(Tensor other, Scalar alpha)
        {
            NativeMethods.SLTensor_add_(Handle, other.Handle, alpha.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>this + scalar, elementwise, in place.</summary>
        public Tensor add_(Scalar scalar)
        {
            NativeMethods.SLTensor_add_scalar_(Handle, scalar.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>this − alpha · other, elementwise with broadcasting, in place; alpha is 1 unless given.</summary>
        public Tensor sub_(Tensor other)
        {
            NativeMethods.SLTensor_sub_(Handle, other.Handle, NativeScalar.One).ThrowIfFailed();
            return this;
        }

        /// <summary>this − alpha · other, elementwise with broadcasting, in place; alpha is 1 unless given.</summary>
        public Tensor sub_(Tensor other, Scalar alpha)
        {
            NativeMethods.SLTensor_sub_(Handle, other.Handle, alpha.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>this − scalar, elementwise, in place.</summary>
        public Tensor sub_(Scalar scalar)
        {
            NativeMethods.SLTensor_sub_scalar_(Handle, scalar.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>this · other, elementwise with broadcasting, in place.</summary>
        public Tensor mul_(Tensor other)
        {
            NativeMethods.SLTensor_mul_(Handle, other.Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>this · scalar, elementwise, in place.</summary>
        public Tensor mul_(Scalar scalar)
        {
            NativeMethods.SLTensor_mul_scalar_(Handle, scalar.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>this ∕ other, elementwise with broadcasting, in place.</summary>
        public Tensor div_(Tensor other)
        {
            NativeMethods.SLTensor_div_(Handle, other.Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>this ∕ scalar, elementwise, in place.</summary>
        public Tensor div_(Scalar scalar)
        {
            NativeMethods.SLTensor_div_scalar_(Handle, scalar.Native).ThrowIfFailed();
            return this;
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
