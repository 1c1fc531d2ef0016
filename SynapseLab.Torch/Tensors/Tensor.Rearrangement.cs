using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Copies with the elements in other places.
    public partial class Tensor
    {
        /// <summary>Copies along each dimension.</summary>
        public Tensor repeat(params long[] sizes)
        {
            NativeMethods.SLTensor_repeat(Handle, sizes, sizes.Length, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Each element repeats times in a row along one dimension.</summary>
        public Tensor repeat_interleave(long repeats, long dim)
        {
            NativeMethods.SLTensor_repeat_interleave(Handle, repeats, dim, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Shifts along the dimensions; what leaves at one end enters at the other.</summary>
        public Tensor roll(long[] shifts, long[] dims)
        {
            NativeMethods.SLTensor_roll(Handle, shifts, shifts.Length, dims, dims.Length, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Reverses the order along the dimensions; a copy.</summary>
        public Tensor flip(params long[] dims)
        {
            NativeMethods.SLTensor_flip(Handle, dims, dims.Length, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Rotates k times by 90° in a plane, from its first dimension towards its second.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            NativeMethods.SLTensor_rot90(Handle, k, dims?.Item1 ?? 0, dims?.Item2 ?? 1, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>A matrix with this diagonal, or the diagonal of this matrix; a copy.</summary>
        public Tensor diag(long diagonal = 0)
        {
            NativeMethods.SLTensor_diag(Handle, diagonal, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>The elements on and above a diagonal, 0 elsewhere.</summary>
        public Tensor triu(long diagonal = 0)
        {
            NativeMethods.SLTensor_triu(Handle, diagonal, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>The elements on and below a diagonal, 0 elsewhere.</summary>
        public Tensor tril(long diagonal = 0)
        {
            NativeMethods.SLTensor_tril(Handle, diagonal, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
