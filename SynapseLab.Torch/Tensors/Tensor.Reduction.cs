using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Sums and truth over all elements or over named dimensions.
    public partial class Tensor
    {
        /// <summary>Sum of all elements; 0-D.</summary>
        public Tensor sum(ScalarType? type = null)
        {
            NativeMethods.SLTensor_sum(Handle, type.ToNative(), out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Sum over the given dimensions.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null)
        {
            NativeMethods.SLTensor_sum_dim(Handle, dim, dim.Length, keepdim ? 1 : 0, type.ToNative(),
                out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Product of all elements; 0-D.</summary>
        public Tensor prod(ScalarType? type = null)
        {
            NativeMethods.SLTensor_prod(Handle, type.ToNative(), out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>log Σ eˣ over one dimension, computed without overflow.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false)
        {
            NativeMethods.SLTensor_logsumexp(Handle, [dim], 1, keepdim ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>eˣ ∕ Σ eˣ over one dimension.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null)
        {
            NativeMethods.SLTensor_softmax(Handle, dim, dtype.ToNative(), out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Logarithm of softmax over one dimension.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null)
        {
            NativeMethods.SLTensor_log_softmax(Handle, dim, dtype.ToNative(), out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>True when any element is not 0; 0-D.</summary>
        public Tensor any()
        {
            NativeMethods.SLTensor_any(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>True when any element is not 0, over one dimension.</summary>
        public Tensor any(long dim, bool keepdim = false)
        {
            NativeMethods.SLTensor_any_dim(Handle, dim, keepdim ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>True when no element is 0; 0-D.</summary>
        public Tensor all()
        {
            NativeMethods.SLTensor_all(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>True when no element is 0, over one dimension.</summary>
        public Tensor all(long dim, bool keepdim = false)
        {
            NativeMethods.SLTensor_all_dim(Handle, dim, keepdim ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Running sum along one dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null)
        {
            NativeMethods.SLTensor_cumsum(Handle, dim, type.ToNative(), out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>How many elements are not 0; 0-D, Int64.</summary>
        public Tensor count_nonzero()
        {
            NativeMethods.SLTensor_count_nonzero(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
