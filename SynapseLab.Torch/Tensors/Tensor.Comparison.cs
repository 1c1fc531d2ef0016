using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Comparisons, masks and choices.
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

        /// <summary>Logical and, elementwise; Bool.</summary>
        public Tensor logical_and(Tensor other)
        {
            NativeMethods.SLTensor_logical_and(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Logical or, elementwise; Bool.</summary>
        public Tensor logical_or(Tensor other)
        {
            NativeMethods.SLTensor_logical_or(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Logical exclusive or, elementwise; Bool.</summary>
        public Tensor logical_xor(Tensor other)
        {
            NativeMethods.SLTensor_logical_xor(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Bitwise and of whole numbers, logical and of truth values, elementwise.</summary>
        public Tensor bitwise_and(Tensor other)
        {
            NativeMethods.SLTensor_bitwise_and(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Bitwise or of whole numbers, logical or of truth values, elementwise.</summary>
        public Tensor bitwise_or(Tensor other)
        {
            NativeMethods.SLTensor_bitwise_or(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Bitwise exclusive or of whole numbers, logical exclusive or of truth values, elementwise.</summary>
        public Tensor bitwise_xor(Tensor other)
        {
            NativeMethods.SLTensor_bitwise_xor(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Every bit turned; logical not of truth values.</summary>
        public Tensor bitwise_not()
        {
            NativeMethods.SLTensor_bitwise_not(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>True where the element is neither infinite nor NaN.</summary>
        public Tensor isfinite()
        {
            NativeMethods.SLTensor_isfinite(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>True where the element is NaN.</summary>
        public Tensor isnan()
        {
            NativeMethods.SLTensor_isnan(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>True where the element is infinite.</summary>
        public Tensor isinf()
        {
            NativeMethods.SLTensor_isinf(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

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
