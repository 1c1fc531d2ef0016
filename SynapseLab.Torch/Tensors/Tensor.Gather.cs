using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Reading and writing at positions.
    public partial class Tensor
    {
        /// <summary>Rows of one dimension in the order of index (1-D, Int64); a copy.</summary>
        public Tensor index_select(long dim, Tensor index)
        {
            NativeMethods.SLTensor_index_select(Handle, dim, index.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>out[i][j] = this[index[i][j]][j] for dim 0; the shape of index.</summary>
        public Tensor gather(long dim, Tensor index)
        {
            NativeMethods.SLTensor_gather(Handle, dim, index.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Writes src at the positions of index along one dimension; the inverse of gather.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src)
        {
            NativeMethods.SLTensor_scatter(Handle, dim, index.Handle, src.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Adds src at the positions of index along one dimension.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src)
        {
            NativeMethods.SLTensor_scatter_add(Handle, dim, index.Handle, src.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Adds alpha · source to the rows named by index.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            NativeMethods.SLTensor_index_add(Handle, dim, index.Handle, source.Handle, alpha.Native,
                out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Writes source to the rows named by index.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source)
        {
            NativeMethods.SLTensor_index_copy(Handle, dim, index.Handle, source.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Writes one value to the rows named by index.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value)
        {
            NativeMethods.SLTensor_index_fill(Handle, dim, index.Handle, value.Native, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Writes src at the positions of index along one dimension, in place; the inverse of gather.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src)
        {
            NativeMethods.SLTensor_scatter_(Handle, dim, index.Handle, src.Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Adds src at the positions of index along one dimension, in place.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src)
        {
            NativeMethods.SLTensor_scatter_add_(Handle, dim, index.Handle, src.Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Adds alpha · source to the rows named by index, in place.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            NativeMethods.SLTensor_index_add_(Handle, dim, index.Handle, source.Handle, alpha.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>Writes source to the rows named by index, in place.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source)
        {
            NativeMethods.SLTensor_index_copy_(Handle, dim, index.Handle, source.Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Writes one value to the rows named by index, in place.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value)
        {
            NativeMethods.SLTensor_index_fill_(Handle, dim, index.Handle, value.Native).ThrowIfFailed();
            return this;
        }

        /// <summary>gather with broadcasting; for the results of argsort and topk.</summary>
        public Tensor take_along_dim(Tensor indices, long dim)
        {
            NativeMethods.SLTensor_take_along_dim(Handle, indices.Handle, dim, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
