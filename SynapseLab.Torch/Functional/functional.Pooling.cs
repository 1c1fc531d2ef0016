using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Largest element of each window: (N, C, D, H, W).</summary>
            /// <param name="input">(N, C, D, H, W).</param>
            /// <param name="kernelSize">One size, or one for each of D, H, W.</param>
            /// <param name="strides">Distance between windows; the kernel's size by default.</param>
            /// <param name="padding">Elements of −∞ added on both sides.</param>
            /// <param name="dilation">Distance between the elements of a window.</param>
            /// <param name="ceil_mode">Keeps windows that reach over the end.</param>
            public static Tensor max_pool3d(
                Tensor input, long[] kernelSize, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                long[] stride = strides ?? kernelSize;
                long[] pad = padding ?? [0];
                long[] spread = dilation ?? [1];
                NativeMethods.SLNN_max_pool3d(
                    input.Handle, kernelSize, kernelSize.Length, stride, stride.Length, pad, pad.Length, spread, spread.Length, ceil_mode ? 1 : 0, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            /// <summary>Mean of each window: (N, C, D, H, W).</summary>
            public static Tensor avg_pool3d(
                Tensor input, long[] kernelSizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true)
            {
                long[] stride = strides ?? kernelSizes;
                long[] pad = paddings ?? [0];
                NativeMethods.SLNN_avg_pool3d(
                    input.Handle, kernelSizes, kernelSizes.Length, stride, stride.Length, pad, pad.Length, ceil_mode ? 1 : 0, count_include_pad ? 1 : 0, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            /// <summary>Means of as many equal windows as the output has elements: (N, C, D, H, W) → (N, C, d, h, w).</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size)
            {
                NativeMethods.SLNN_adaptive_avg_pool3d(input.Handle, output_size, output_size.Length, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            /// <summary>Largest elements of as many equal windows as the output has elements: (N, C, D, H, W) → (N, C, d, h, w).</summary>
            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size)
            {
                NativeMethods.SLNN_adaptive_max_pool3d(input.Handle, output_size, output_size.Length, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }
        }
    }
}
