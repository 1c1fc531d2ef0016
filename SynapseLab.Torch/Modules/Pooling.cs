using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Largest element of each window of (N, C, D, H, W); the stride is the kernel's size by default.</summary>
            public static MaxPool3d MaxPool3d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
                => new(Cube(kernel_size), Cube(stride ?? kernel_size), Cube(padding ?? 0), Cube(dilation ?? 1), ceil_mode);

            /// <summary>Largest element of each window of (N, C, D, H, W); sizes in the order D, H, W.</summary>
            public static MaxPool3d MaxPool3d(
                (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, (long, long, long)? dilation = null, bool ceil_mode = false)
                => new(List(kernel_size), List(stride ?? kernel_size), List(padding ?? (0, 0, 0)), List(dilation ?? (1, 1, 1)), ceil_mode);

            /// <summary>Means of equal windows: (N, C, D, H, W) → (N, C, s, s, s).</summary>
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long outputSize) => new(Cube(outputSize));

            /// <summary>Means of equal windows: (N, C, D, H, W) → (N, C, d, h, w).</summary>
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d((long, long, long) outputSize) => new(List(outputSize));

            /// <summary>Means of equal windows: (N, C, D, H, W) → (N, C, d, h, w).</summary>
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long[] outputSize) => new(outputSize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Largest element of each window.</summary>
    public sealed class MaxPool3d : nn.Module<Tensor, Tensor>
    {
        private readonly long[] _kernelSize;
        private readonly long[] _stride;
        private readonly long[] _padding;
        private readonly long[] _dilation;
        private readonly bool _ceilMode;

        internal MaxPool3d(long[] kernelSize, long[] stride, long[] padding, long[] dilation, bool ceilMode)
            : base(nameof(MaxPool3d))
            => (_kernelSize, _stride, _padding, _dilation, _ceilMode) = (kernelSize, stride, padding, dilation, ceilMode);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.max_pool3d(input, _kernelSize, _stride, _padding, _dilation, _ceilMode);
    }

    /// <summary>Means of as many equal windows as the output has elements.</summary>
    public sealed class AdaptiveAvgPool3d : nn.Module<Tensor, Tensor>
    {
        private readonly long[] _outputSize;

        internal AdaptiveAvgPool3d(long[] outputSize)
            : base(nameof(AdaptiveAvgPool3d)) => _outputSize = outputSize;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool3d(input, _outputSize);
    }
}
