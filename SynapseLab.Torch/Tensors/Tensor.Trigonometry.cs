using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Angles and the error function, elementwise.
    public partial class Tensor
    {
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

        /// <summary>Angle of (x = other, y = this) in radians, elementwise.</summary>
        public Tensor atan2(Tensor other)
        {
            NativeMethods.SLTensor_atan2(Handle, other.Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
