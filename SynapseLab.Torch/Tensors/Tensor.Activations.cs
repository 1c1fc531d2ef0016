using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Limits and activations, elementwise.
    public partial class Tensor
    {
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
