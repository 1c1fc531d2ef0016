using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Extremes, sorting and searching.
    public partial class Tensor
    {
        /// <summary>Largest element; 0-D.</summary>
        public Tensor max()
        {
            NativeMethods.SLTensor_max(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Largest elements along one dimension, and where they are (Int64).</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false)
        {
            NativeMethods.SLTensor_max_dim(Handle, dim, keepdim ? 1 : 0, out TensorHandle first, out TensorHandle second).ThrowIfFailed();
            return (new Tensor(first), new Tensor(second));
        }

        /// <summary>Largest elements over the given dimensions.</summary>
        public Tensor amax(long[] dims, bool keepdim = false)
        {
            NativeMethods.SLTensor_amax(Handle, dims, dims.Length, keepdim ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Position of the largest element of the flattened tensor; 0-D, Int64.</summary>
        public Tensor argmax()
        {
            NativeMethods.SLTensor_argmax(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Positions of the largest elements along one dimension; Int64.</summary>
        public Tensor argmax(long dim, bool keepdim = false)
        {
            NativeMethods.SLTensor_argmax_dim(Handle, dim, keepdim ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Smallest element; 0-D.</summary>
        public Tensor min()
        {
            NativeMethods.SLTensor_min(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Smallest elements along one dimension, and where they are (Int64).</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false)
        {
            NativeMethods.SLTensor_min_dim(Handle, dim, keepdim ? 1 : 0, out TensorHandle first, out TensorHandle second).ThrowIfFailed();
            return (new Tensor(first), new Tensor(second));
        }

        /// <summary>Smallest elements over the given dimensions.</summary>
        public Tensor amin(long[] dims, bool keepdim = false)
        {
            NativeMethods.SLTensor_amin(Handle, dims, dims.Length, keepdim ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Position of the smallest element of the flattened tensor; 0-D, Int64.</summary>
        public Tensor argmin()
        {
            NativeMethods.SLTensor_argmin(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Positions of the smallest elements along one dimension; Int64.</summary>
        public Tensor argmin(long dim, bool keepdim = false)
        {
            NativeMethods.SLTensor_argmin_dim(Handle, dim, keepdim ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>The k largest (or smallest) elements along one dimension, and where they are (Int64).</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            NativeMethods.SLTensor_topk(Handle, k, dim, largest ? 1 : 0, sorted ? 1 : 0, out TensorHandle first,
                out TensorHandle second).ThrowIfFailed();
            return (new Tensor(first), new Tensor(second));
        }

        /// <summary>Elements in order along one dimension, and where they came from (Int64).</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            NativeMethods.SLTensor_sort(Handle, stable ? 1 : 0, dim, descending ? 1 : 0, out TensorHandle first,
                out TensorHandle second).ThrowIfFailed();
            return (new Tensor(first), new Tensor(second));
        }

        /// <summary>Positions that would sort along one dimension; Int64.</summary>
        public Tensor argsort(long dim = -1, bool descending = false)
        {
            NativeMethods.SLTensor_argsort(Handle, dim, descending ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Positions of the elements that are not 0; (count, dimensions), Int64.</summary>
        public Tensor nonzero()
        {
            NativeMethods.SLTensor_nonzero(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Linear-interpolated quantiles q ∈ [0, 1] along one dimension.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false)
        {
            NativeMethods.SLTensor_quantile(Handle, q.Handle, dim, keepdim ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
