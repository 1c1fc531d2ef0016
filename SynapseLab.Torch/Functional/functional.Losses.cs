using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>−log softmax(input)[target]: input (N, C) logits, target (N) Int64 classes.</summary>
            /// <param name="input">Logits, classes along dimension 1.</param>
            /// <param name="target">Classes (Int64) or probabilities.</param>
            /// <param name="weight">(C) weights of the classes.</param>
            /// <param name="ignore_index">A class that does not count.</param>
            /// <param name="reduction">Mean over the samples by default.</param>
            /// <param name="label_smoothing">Share of probability spread over all classes; [0, 1].</param>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0)
            {
                NativeMethods.SLNN_cross_entropy(
                    input.Handle, target.Handle, TensorHandle.Of(weight), (long)reduction, ignore_index, label_smoothing, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            /// <summary>(input − target)², averaged by default.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                NativeMethods.SLNN_mse_loss(input.Handle, target.Handle, (long)reduction, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }

            /// <summary>Cross entropy of two classes from logits; target in [0, 1].</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                NativeMethods.SLNN_binary_cross_entropy_with_logits(
                    input.Handle, target.Handle, TensorHandle.Of(weight), TensorHandle.Of(pos_weights), (long)reduction, out TensorHandle result).ThrowIfFailed();
                return new Tensor(result);
            }
        }
    }
}
