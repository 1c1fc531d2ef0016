using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Matrix products and decompositions.
    public partial class Tensor
    {
        /// <summary>Matrix product with broadcasting over leading dimensions.</summary>
        public Tensor matmul(Tensor other)
        {
            NativeMethods.SLTensor_matmul(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>(n, m) · (m, p) → (n, p).</summary>
        public Tensor mm(Tensor other)
        {
            NativeMethods.SLTensor_mm(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>(b, n, m) · (b, m, p) → (b, n, p).</summary>
        public Tensor bmm(Tensor other)
        {
            NativeMethods.SLTensor_bmm(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>(n, m) · (m) → (n).</summary>
        public Tensor mv(Tensor other)
        {
            NativeMethods.SLTensor_mv(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Sum of products of two vectors; 0-D.</summary>
        public Tensor dot(Tensor other)
        {
            NativeMethods.SLTensor_dot(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>beta · this + alpha · mat1 · mat2.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1)
        {
            NativeMethods.SLTensor_addmm(Handle, mat1.Handle, mat2.Handle, NativeScalar.From(beta), NativeScalar.From(alpha),
                out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>beta · this + alpha · mat1 · mat2, in place.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1)
        {
            NativeMethods.SLTensor_addmm_(Handle, mat1.Handle, mat2.Handle, NativeScalar.From(beta),
                NativeScalar.From(alpha)).ThrowIfFailed();
            return this;
        }

        /// <summary>Writes one value on the main diagonal, in place.</summary>
        public Tensor fill_diagonal_(Scalar value, bool wrap = false)
        {
            NativeMethods.SLTensor_fill_diagonal_(Handle, value.Native, wrap ? 1 : 0).ThrowIfFailed();
            return this;
        }
    }
}
