using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers as functions: their weights are arguments.</summary>
        public static partial class functional
        {
            /// <summary>3-D cross-correlation: input (N, C, D, H, W), weight (O, C ∕ groups, kD, kH, kW), bias (O).</summary>
            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
            {
                long[] stride = strides ?? [1];
                long[] pad = padding ?? [0];
                long[] spread = dilation ?? [1];
                NativeMethods.SLNN_conv3d(
                    input.Handle, weight.Handle, TensorHandle.Of(bias), stride, stride.Length, pad, pad.Length, spread, spread.Length, groups, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            /// <summary>2-D cross-correlation: input (N, C, H, W), weight (O, C ∕ groups, kH, kW), bias (O).</summary>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
            {
                long[] stride = strides ?? [1];
                long[] pad = padding ?? [0];
                long[] spread = dilation ?? [1];
                NativeMethods.SLNN_conv2d(
                    input.Handle, weight.Handle, TensorHandle.Of(bias), stride, stride.Length, pad, pad.Length, spread, spread.Length, groups, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            /// <summary>1-D cross-correlation: input (N, C, L), weight (O, C ∕ groups, k), bias (O).</summary>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1)
            {
                NativeMethods.SLNN_conv1d(
                    input.Handle, weight.Handle, TensorHandle.Of(bias), [stride ?? 1], 1, [padding ?? 0], 1, [dilation ?? 1], 1, groups, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            /// <summary>input · weightᵀ + bias: (…, in) → (…, out).</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
            {
                NativeMethods.SLNN_linear(input.Handle, weights.Handle, TensorHandle.Of(bias), out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            /// <summary>max(x, 0), elementwise.</summary>
            public static Tensor relu(Tensor input, bool inplace = false) => inplace ? input.relu_() : input.relu();

            /// <summary>eˣ ∕ Σ eˣ over one dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>Logarithm of softmax over one dimension.</summary>
            public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);

            /// <summary>x ∕ max(‖x‖ₚ, eps) along one dimension.</summary>
            public static Tensor normalize(Tensor input, float p = 2f, long dim = 1, float eps = 1e-12f)
            {
                using Tensor norm = input.norm((int)dim, keepdim: true, p);
                using Tensor bounded = norm.clamp(eps);
                using Tensor denominator = bounded.expand_as(input);
                return input.div(denominator);
            }
        }
    }
}
