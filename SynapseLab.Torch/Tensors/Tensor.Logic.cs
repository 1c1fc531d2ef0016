using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Logic and tests of single elements.
    public partial class Tensor
    {
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
    }
}
