using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Comparisons, elementwise; sizes broadcast.
    public partial class Tensor
    {
        /// <summary>this = other, elementwise with broadcasting; Bool.</summary>
        public Tensor eq(Tensor other)
        {
            NativeMethods.SLTensor_eq(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this = scalar, elementwise; Bool.</summary>
        public Tensor eq(Scalar scalar)
        {
            NativeMethods.SLTensor_eq_scalar(Handle, scalar.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this ≠ other, elementwise with broadcasting; Bool.</summary>
        public Tensor ne(Tensor other)
        {
            NativeMethods.SLTensor_ne(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this ≠ scalar, elementwise; Bool.</summary>
        public Tensor ne(Scalar scalar)
        {
            NativeMethods.SLTensor_ne_scalar(Handle, scalar.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this > other, elementwise with broadcasting; Bool.</summary>
        public Tensor gt(Tensor other)
        {
            NativeMethods.SLTensor_gt(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this > scalar, elementwise; Bool.</summary>
        public Tensor gt(Scalar scalar)
        {
            NativeMethods.SLTensor_gt_scalar(Handle, scalar.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this ≥ other, elementwise with broadcasting; Bool.</summary>
        public Tensor ge(Tensor other)
        {
            NativeMethods.SLTensor_ge(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this ≥ scalar, elementwise; Bool.</summary>
        public Tensor ge(Scalar scalar)
        {
            NativeMethods.SLTensor_ge_scalar(Handle, scalar.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this &lt; other, elementwise with broadcasting; Bool.</summary>
        public Tensor lt(Tensor other)
        {
            NativeMethods.SLTensor_lt(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this &lt; scalar, elementwise; Bool.</summary>
        public Tensor lt(Scalar scalar)
        {
            NativeMethods.SLTensor_lt_scalar(Handle, scalar.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this ≤ other, elementwise with broadcasting; Bool.</summary>
        public Tensor le(Tensor other)
        {
            NativeMethods.SLTensor_le(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>this ≤ scalar, elementwise; Bool.</summary>
        public Tensor le(Scalar scalar)
        {
            NativeMethods.SLTensor_le_scalar(Handle, scalar.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
