using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Views of the same memory with another shape.
    public partial class Tensor
    {
        /// <summary>The same elements in another shape; a view where the layout allows it. One size may be −1.</summary>
        public Tensor reshape(params long[] shape)
        {
            NativeMethods.SLTensor_reshape(Handle, shape, shape.Length, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>The same memory in another shape; an error where the layout does not allow it.</summary>
        public Tensor view(params long[] shape)
        {
            NativeMethods.SLTensor_view(Handle, shape, shape.Length, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Joins the dimensions from startDim to endDim into one.</summary>
        public Tensor flatten(long startDim = 0, long endDim = -1)
        {
            NativeMethods.SLTensor_flatten(Handle, startDim, endDim, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Another object on the same memory; gradients flow through it.</summary>
        public Tensor alias()
        {
            NativeMethods.SLTensor_alias(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view with the dimensions in another order.</summary>
        public Tensor permute(params long[] permutation)
        {
            NativeMethods.SLTensor_permute(Handle, permutation, permutation.Length, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view with two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1)
        {
            NativeMethods.SLTensor_transpose(Handle, dim0, dim1, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view with rows and columns exchanged; for at most two dimensions.</summary>
        public Tensor t()
        {
            NativeMethods.SLTensor_t(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view without the dimensions of size 1.</summary>
        public Tensor squeeze()
        {
            NativeMethods.SLTensor_squeeze(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view without one dimension, when its size is 1.</summary>
        public Tensor squeeze(long dim)
        {
            NativeMethods.SLTensor_squeeze_dim(Handle, dim, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view with a new dimension of size 1.</summary>
        public Tensor unsqueeze(long dim)
        {
            NativeMethods.SLTensor_unsqueeze(Handle, dim, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view of length elements from start along one dimension.</summary>
        public Tensor narrow(long dimension, long start, long length)
        {
            NativeMethods.SLTensor_narrow(Handle, dimension, start, length, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view of every step-th element of [start, finish) along one dimension.</summary>
        public Tensor slice(long dim, long start, long finish, long step)
        {
            NativeMethods.SLTensor_slice(Handle, dim, start, finish, step, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view at one position of a dimension, which is removed.</summary>
        public Tensor select(long dim, long index)
        {
            NativeMethods.SLTensor_select(Handle, dim, index, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view in which dimensions of size 1 repeat without copies.</summary>
        public Tensor expand(params long[] sizes)
        {
            NativeMethods.SLTensor_expand(Handle, sizes, sizes.Length, 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view in which dimensions of size 1 repeat without copies.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false)
        {
            NativeMethods.SLTensor_expand(Handle, sizes, sizes.Length, isImplicit ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view of windows along one dimension; the window is the new last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step)
        {
            NativeMethods.SLTensor_unfold(Handle, dimension, size, step, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A view of a diagonal; it becomes the last dimension.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1)
        {
            NativeMethods.SLTensor_diagonal(Handle, offset, dim1, dim2, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
