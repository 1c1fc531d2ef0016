using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Per channel (dimension 1): (x − mean) ∕ √(variance + eps) · weight + bias.</summary>
            /// <param name="input">(N, C, …).</param>
            /// <param name="running_mean">(C); updated in training, used in evaluation.</param>
            /// <param name="running_var">(C), unbiased; updated in training, used in evaluation.</param>
            /// <param name="weight">(C) or null.</param>
            /// <param name="bias">(C) or null.</param>
            /// <param name="training">Statistics of the batch instead of the running ones.</param>
            /// <param name="momentum">Share of the new statistics in the running ones.</param>
            /// <param name="eps">Keeps the root away from 0.</param>
            public static Tensor batch_norm(
                Tensor input,
                Tensor? running_mean,
                Tensor? running_var,
                Tensor? weight = null,
                Tensor? bias = null,
                bool training = false,
                double momentum = 0.1,
                double eps = 1e-5)
            {
                RequireSeveralValues(input, training);
                NativeMethods.SLNN_batch_norm(
                    input.Handle,
                    TensorHandle.Of(weight),
                    TensorHandle.Of(bias),
                    TensorHandle.Of(running_mean),
                    TensorHandle.Of(running_var),
                    training ? 1 : 0,
                    momentum,
                    eps,
                    out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            // One value per channel has no variance; libtorch would divide by eps in silence, PyTorch refuses as we do.
            private static void RequireSeveralValues(Tensor input, bool training)
            {
                long[] shape = training ? input.shape : [];
                if (shape.Length >= 2 && input.numel() == shape[1])
                {
                    throw new ArgumentException(
                        $"Batch normalisation in training needs more than one value per channel, the input is ({string.Join(", ", shape)}); use a larger batch or larger cubes.");
                }
            }

            /// <summary>Normalises each group of channels of each sample: (N, C, …).</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                NativeMethods.SLNN_group_norm(
                    input.Handle, num_groups, TensorHandle.Of(weight), TensorHandle.Of(bias), eps, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            /// <summary>Normalises the last dimensions of each sample.</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                NativeMethods.SLNN_layer_norm(
                    input.Handle, normalized_shape, normalized_shape.Length, TensorHandle.Of(weight), TensorHandle.Of(bias), eps, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            /// <summary>In training sets each element to 0 with probability p and scales the rest by 1 ∕ (1 − p); draws come from the device's default generator.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                if (inplace)
                {
                    NativeMethods.SLNN_dropout_(input.Handle, p, training ? 1 : 0).ThrowIfFailed();
                    return input;
                }

                NativeMethods.SLNN_dropout(input.Handle, p, training ? 1 : 0, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }
        }
    }
}
