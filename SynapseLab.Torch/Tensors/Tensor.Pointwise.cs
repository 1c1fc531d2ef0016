using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Elementwise functions of one tensor.
    public partial class Tensor
    {
        /// <summary>|x|, elementwise.</summary>
        public Tensor abs()
        {
            NativeMethods.SLTensor_abs(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>−x, elementwise.</summary>
        public Tensor neg()
        {
            NativeMethods.SLTensor_neg(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>eˣ, elementwise.</summary>
        public Tensor exp()
        {
            NativeMethods.SLTensor_exp(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Natural logarithm, elementwise.</summary>
        public Tensor log()
        {
            NativeMethods.SLTensor_log(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>log(1 + x), elementwise.</summary>
        public Tensor log1p()
        {
            NativeMethods.SLTensor_log1p(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>√x, elementwise.</summary>
        public Tensor sqrt()
        {
            NativeMethods.SLTensor_sqrt(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>1 ∕ √x, elementwise.</summary>
        public Tensor rsqrt()
        {
            NativeMethods.SLTensor_rsqrt(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>x², elementwise.</summary>
        public Tensor square()
        {
            NativeMethods.SLTensor_square(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>The error function, elementwise.</summary>
        public Tensor erf()
        {
            NativeMethods.SLTensor_erf(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Inverse of the error function, elementwise.</summary>
        public Tensor erfinv()
        {
            NativeMethods.SLTensor_erfinv(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>1 ∕ x, elementwise.</summary>
        public Tensor reciprocal()
        {
            NativeMethods.SLTensor_reciprocal(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>max(x, 0), elementwise.</summary>
        public Tensor relu()
        {
            NativeMethods.SLTensor_relu(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>1 ∕ (1 + e⁻ˣ), elementwise.</summary>
        public Tensor sigmoid()
        {
            NativeMethods.SLTensor_sigmoid(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Hyperbolic tangent, elementwise.</summary>
        public Tensor tanh()
        {
            NativeMethods.SLTensor_tanh(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Sine of radians, elementwise.</summary>
        public Tensor sin()
        {
            NativeMethods.SLTensor_sin(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Cosine of radians, elementwise.</summary>
        public Tensor cos()
        {
            NativeMethods.SLTensor_cos(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Largest whole number not above x, elementwise.</summary>
        public Tensor floor()
        {
            NativeMethods.SLTensor_floor(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Smallest whole number not below x, elementwise.</summary>
        public Tensor ceil()
        {
            NativeMethods.SLTensor_ceil(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Nearest whole number, halves to even, elementwise.</summary>
        public Tensor round()
        {
            NativeMethods.SLTensor_round(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>−1, 0 or 1, elementwise.</summary>
        public Tensor sign()
        {
            NativeMethods.SLTensor_sign(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>|x|, elementwise, in place.</summary>
        public Tensor abs_()
        {
            NativeMethods.SLTensor_abs_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>−x, elementwise, in place.</summary>
        public Tensor neg_()
        {
            NativeMethods.SLTensor_neg_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>eˣ, elementwise, in place.</summary>
        public Tensor exp_()
        {
            NativeMethods.SLTensor_exp_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Natural logarithm, elementwise, in place.</summary>
        public Tensor log_()
        {
            NativeMethods.SLTensor_log_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>log(1 + x), elementwise, in place.</summary>
        public Tensor log1p_()
        {
            NativeMethods.SLTensor_log1p_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>√x, elementwise, in place.</summary>
        public Tensor sqrt_()
        {
            NativeMethods.SLTensor_sqrt_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>1 ∕ √x, elementwise, in place.</summary>
        public Tensor rsqrt_()
        {
            NativeMethods.SLTensor_rsqrt_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>x², elementwise, in place.</summary>
        public Tensor square_()
        {
            NativeMethods.SLTensor_square_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>The error function, elementwise, in place.</summary>
        public Tensor erf_()
        {
            NativeMethods.SLTensor_erf_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Inverse of the error function, elementwise, in place.</summary>
        public Tensor erfinv_()
        {
            NativeMethods.SLTensor_erfinv_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>1 ∕ x, elementwise, in place.</summary>
        public Tensor reciprocal_()
        {
            NativeMethods.SLTensor_reciprocal_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>max(x, 0), elementwise, in place.</summary>
        public Tensor relu_()
        {
            NativeMethods.SLTensor_relu_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>1 ∕ (1 + e⁻ˣ), elementwise, in place.</summary>
        public Tensor sigmoid_()
        {
            NativeMethods.SLTensor_sigmoid_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Hyperbolic tangent, elementwise, in place.</summary>
        public Tensor tanh_()
        {
            NativeMethods.SLTensor_tanh_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Sine of radians, elementwise, in place.</summary>
        public Tensor sin_()
        {
            NativeMethods.SLTensor_sin_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Cosine of radians, elementwise, in place.</summary>
        public Tensor cos_()
        {
            NativeMethods.SLTensor_cos_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Largest whole number not above x, elementwise, in place.</summary>
        public Tensor floor_()
        {
            NativeMethods.SLTensor_floor_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Smallest whole number not below x, elementwise, in place.</summary>
        public Tensor ceil_()
        {
            NativeMethods.SLTensor_ceil_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Nearest whole number, halves to even, elementwise, in place.</summary>
        public Tensor round_()
        {
            NativeMethods.SLTensor_round_(Handle).ThrowIfFailed();
            return this;
        }

        /// <summary>Angle of (x = other, y = this) in radians, elementwise.</summary>
        public Tensor atan2(Tensor other)
        {
            NativeMethods.SLTensor_atan2(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Limits the values to [min, max]; a bound that is null does not act.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null)
        {
            NativeMethods.SLTensor_clamp(Handle, Scalar.NativeOf(min), Scalar.NativeOf(max), out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Limits the values to [min, max]; a bound that is null does not act.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null)
        {
            NativeMethods.SLTensor_clamp_(Handle, Scalar.NativeOf(min), Scalar.NativeOf(max)).ThrowIfFailed();
            return this;
        }

        /// <summary>True where the element is 0; Bool.</summary>
        public Tensor logical_not()
        {
            NativeMethods.SLTensor_logical_not(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
