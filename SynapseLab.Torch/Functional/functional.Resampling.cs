using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Adds elements at both ends of the last dimensions.</summary>
            /// <param name="input">Reflect and Replicate need (N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="pad">(before, after) of the last dimension, then of the one before it, and so on.</param>
            /// <param name="mode">Constant, Reflect or Replicate.</param>
            /// <param name="value">The constant.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                TensorHandle result;
                switch (mode)
                {
                    case PaddingModes.Constant or PaddingModes.Zeros:
                        NativeMethods.SLNN_constant_pad_nd(input.Handle, pad, pad.Length, NativeScalar.From(value), out result).ThrowIfFailed();
                        break;
                    case PaddingModes.Replicate:
                        NativeMethods.SLNN_replication_pad3d(input.Handle, pad, pad.Length, out result).ThrowIfFailed();
                        break;
                    case PaddingModes.Reflect:
                        NativeMethods.SLNN_reflection_pad3d(input.Handle, pad, pad.Length, out result).ThrowIfFailed();
                        break;
                    default:
                        throw new NotSupportedException($"torch.pad knows Constant, Reflect and Replicate, not {mode}.");
                }

                return new Tensor(result);
            }

            /// <summary>Resizes the last three dimensions of (N, C, D, H, W).</summary>
            /// <param name="x">(N, C, D, H, W).</param>
            /// <param name="size">The new (D, H, W); or</param>
            /// <param name="scale_factor">what to multiply (D, H, W) by, rounded down.</param>
            /// <param name="mode">Nearest or Trilinear.</param>
            /// <param name="align_corners">The corner elements' centres keep their place; Trilinear only.</param>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null)
            {
                long[] target = size ?? [.. x.shape.Skip(2).Zip(
                    scale_factor ?? throw new ArgumentException("torch.interpolate needs size or scale_factor."),
                    (length, factor) => (long)Math.Floor(length * factor))];
                TensorHandle result;
                switch (mode)
                {
                    case InterpolationMode.Nearest:
                        NativeMethods.SLNN_upsample_nearest3d(x.Handle, target, target.Length, out result).ThrowIfFailed();
                        break;
                    case InterpolationMode.Trilinear:
                        NativeMethods.SLNN_upsample_trilinear3d(x.Handle, target, target.Length, align_corners ?? false ? 1 : 0, out result).ThrowIfFailed();
                        break;
                    default:
                        throw new NotSupportedException($"torch.interpolate knows Nearest and Trilinear on volumes, not {mode}.");
                }

                return new Tensor(result);
            }

            /// <summary>Reads the input at positions in [−1, 1]: input (N, C, D, H, W), grid (N, d, h, w, 3) in the order x, y, z → (N, C, d, h, w).</summary>
            public static Tensor grid_sample(
                Tensor x,
                Tensor grid,
                GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros,
                bool? align_corners = null)
            {
                NativeMethods.SLNN_grid_sampler(
                    x.Handle, grid.Handle, (long)mode, (long)padding_mode, align_corners ?? false ? 1 : 0, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            /// <summary>The grid of an affine map: theta (N, 3, 4) on (x, y, z, 1), size (N, C, D, H, W) → (N, D, H, W, 3).</summary>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false)
            {
                long[] target = size ?? throw new ArgumentException("torch.affine_grid needs the size of the output.");
                NativeMethods.SLNN_affine_grid_generator(theta.Handle, target, target.Length, align_corners ? 1 : 0, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }
        }
    }
}
