using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // The four operations in place, elementwise; sizes broadcast.
    public partial class Tensor
    {
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
    }
}
