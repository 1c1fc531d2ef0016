using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>How cdist computes Euclidean distances; the matrix product is faster and less exact.</summary>
public enum compute_mode
{
    use_mm_for_euclid_dist_if_necessary = 0,
    use_mm_for_euclid_dist = 1,
    donot_use_mm_for_euclid_dist = 2,
}

public static partial class torch
{
    /// <summary>Matrix product with broadcasting over leading dimensions.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary>(n, m) · (m, p) → (n, p).</summary>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary>(b, n, m) · (b, m, p) → (b, n, p).</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    /// <summary>p-norm distances between all rows: (…, n, d) and (…, m, d) → (…, n, m).</summary>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2.0, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary)
    {
        // libtorch numbers the modes differently: absent decides by size, 1 uses the matrix product, 2 does not.
        long mode = compute_mode == compute_mode.use_mm_for_euclid_dist_if_necessary ? -1 : (long)compute_mode;
        NativeMethods.SLTensor_cdist(x1.Handle, x2.Handle, p, mode, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    /// <summary>Where each value would be inserted into sorted rows; Int64 unless out_int32.</summary>
    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false)
    {
        NativeMethods.SLTensor_searchsorted(
            sorted_sequence.Handle, values.Handle, out_int32 ? 1 : 0, right ? 1 : 0, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    /// <summary>Decompositions; each works on the last two dimensions.</summary>
    public static class linalg
    {
        /// <summary>input = U · diag(S) · Vh; S falls.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true)
        {
            NativeMethods.SLTensor_linalg_svd(
                input.Handle, fullMatrices ? 1 : 0, out TensorHandle u, out TensorHandle s, out TensorHandle vh).ThrowIfFailed();
            return (new Tensor(u), new Tensor(s), new Tensor(vh));
        }

        /// <summary>Singular values, falling.</summary>
        public static Tensor svdvals(Tensor input)
        {
            NativeMethods.SLTensor_linalg_svdvals(input.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Eigenvalues (rising) and eigenvectors (columns) of a symmetric matrix, of which one triangle is read.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L')
        {
            NativeMethods.SLTensor_linalg_eigh(input.Handle, UPLO == 'U' ? 1 : 0, out TensorHandle values, out TensorHandle vectors).ThrowIfFailed();
            return (new Tensor(values), new Tensor(vectors));
        }

        /// <summary>Eigenvalues of a symmetric matrix, rising.</summary>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L')
        {
            NativeMethods.SLTensor_linalg_eigvalsh(input.Handle, UPLO == 'U' ? 1 : 0, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>The inverse of a square matrix.</summary>
        public static Tensor inv(Tensor input)
        {
            NativeMethods.SLTensor_linalg_inv(input.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>The x with input · x = other.</summary>
        public static Tensor solve(Tensor input, Tensor other)
        {
            NativeMethods.SLTensor_linalg_solve(input.Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>The vector norm of the given order over the given dimensions, or over all.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2d, long[]? dims = null, bool keepdim = false, ScalarType? dtype = null)
        {
            NativeMethods.SLTensor_linalg_vector_norm(
                input.Handle, NativeScalar.From(ord), dims, dims?.Length ?? 0, keepdim ? 1 : 0, dtype.ToNative(), out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
