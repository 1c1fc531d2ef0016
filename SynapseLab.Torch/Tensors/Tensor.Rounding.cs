using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Signs and rounding, elementwise.
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
    }
}
