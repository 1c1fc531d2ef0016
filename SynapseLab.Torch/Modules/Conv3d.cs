using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>3-D convolution over (N, C, D, H, W); one size for all three dimensions.</summary>
            public static Conv3d Conv3d(
                long in_channels,
                long out_channels,
                long kernel_size,
                long stride = 1,
                long padding = 0,
                long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true,
                Device? device = null,
                ScalarType? dtype = null)
                => new(in_channels, out_channels, Cube(kernel_size), Cube(stride), Cube(padding), Cube(dilation), padding_mode, groups, bias, device, dtype);

            /// <summary>3-D convolution over (N, C, D, H, W); sizes in the order D, H, W.</summary>
            public static Conv3d Conv3d(
                long in_channels,
                long out_channels,
                (long, long, long) kernel_size,
                (long, long, long)? stride = null,
                (long, long, long)? padding = null,
                (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1,
                bool bias = true,
                Device? device = null,
                ScalarType? dtype = null)
                => new(in_channels, out_channels, List(kernel_size), List(stride ?? (1, 1, 1)), List(padding ?? (0, 0, 0)), List(dilation ?? (1, 1, 1)), padding_mode, groups, bias, device, dtype);

            private static long[] Cube(long size) => [size, size, size];

            private static long[] List((long D, long H, long W) sizes) => [sizes.D, sizes.H, sizes.W];
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>3-D convolution; weight (out, in ∕ groups, kD, kH, kW), bias (out).</summary>
    public sealed class Conv3d : nn.Module<Tensor, Tensor>
    {
        private readonly long[] _stride;
        private readonly long[] _padding;
        private readonly long[] _dilation;
        private readonly long _groups;

        internal Conv3d(
            long inChannels,
            long outChannels,
            long[] kernelSize,
            long[] stride,
            long[] padding,
            long[] dilation,
            PaddingModes paddingMode,
            long groups,
            bool hasBias,
            Device? device,
            ScalarType? dtype)
            : base(nameof(Conv3d))
        {
            if (paddingMode != PaddingModes.Zeros)
            {
                throw new NotSupportedException($"Conv3d pads with zeros, not with {paddingMode}; pad the input with nn.functional.pad.");
            }

            (_stride, _padding, _dilation, _groups) = (stride, padding, dilation, groups);
            weight = new Parameter(empty([outChannels, inChannels / groups, .. kernelSize], dtype, device));
            nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
            register_parameter(nameof(weight), weight);
            if (hasBias)
            {
                double bound = 1 / Math.Sqrt(inChannels / groups * kernelSize.Aggregate(1L, (a, b) => a * b));
                bias = new Parameter(empty([outChannels], dtype, device));
                nn.init.uniform_(bias, -bound, bound);
            }

            register_parameter(nameof(bias), bias);
        }

        /// <summary>(out, in ∕ groups, kD, kH, kW).</summary>
        public Parameter weight { get; }

        /// <summary>(out), or null.</summary>
        public Parameter? bias { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.conv3d(input, weight, bias, _stride, _padding, _dilation, _groups);
    }
}
