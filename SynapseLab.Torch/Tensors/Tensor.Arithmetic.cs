using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // The four operations, elementwise; sizes broadcast.
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
    }
}
