using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Means, spreads and norms over all elements or over named dimensions.
    public partial class Tensor
    {
        /// <summary>Mean of all elements; 0-D.</summary>
        public Tensor mean()
        {
            NativeMethods.SLTensor_mean(Handle, -1, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Mean over the given dimensions.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null)
        {
            NativeMethods.SLTensor_mean_dim(Handle, dimensions, dimensions.Length, keepdim ? 1 : 0, type.ToNative(),
                out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Standard deviation of all elements, with n − 1 in the denominator when unbiased; 0-D.</summary>
        public Tensor std(bool unbiased = true)
        {
            NativeMethods.SLTensor_std(Handle, unbiased ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Standard deviation over the given dimensions, with n − 1 in the denominator when unbiased.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false)
        {
            NativeMethods.SLTensor_std_dim(Handle, dimensions, dimensions.Length, unbiased ? 1 : 0, keepdim ? 1 : 0,
                out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Variance of all elements, with n − 1 in the denominator when unbiased; 0-D.</summary>
        public Tensor var(bool unbiased = true)
        {
            NativeMethods.SLTensor_var(Handle, unbiased ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Variance over the given dimensions, with n − 1 in the denominator when unbiased.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false)
        {
            NativeMethods.SLTensor_var_dim(Handle, dimensions, dimensions.Length, unbiased ? 1 : 0, keepdim ? 1 : 0,
                out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>The p-norm of all elements; 0-D.</summary>
        public Tensor norm(float p = 2.0f)
        {
            NativeMethods.SLTensor_norm(Handle, NativeScalar.From(p), out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>The p-norm over one dimension.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f)
        {
            NativeMethods.SLTensor_norm_dim(Handle, NativeScalar.From(p), [dim], 1, keepdim ? 1 : 0,
                out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
