using SynapseLab.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract partial class BatchNorm
{
    /// <summary>
    /// Normalises by the moments of all processes' batches (inputs of one shape). The variance is taken about the common
    /// mean in a second exchange: E[x²] − E[x]² would lose digits where the mean is large.
    /// </summary>
    private Tensor ForwardSynchronized(Tensor input, ProcessGroup group)
    {
        using DisposeScope scope = NewDisposeScope();
        long[] others = [0, .. Enumerable.Range(2, (int)input.ndim - 2).Select(axis => (long)axis)];
        long[] perChannel = [1, input.shape[1], .. Enumerable.Repeat(1L, (int)input.ndim - 2)];
        ScalarType wide = input.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;
        Tensor x = input.to(wide);
        Tensor mean = group.AllReduceDifferentiable(x.mean(others)) / group.WorldSize; // (C)
        Tensor centred = x - mean.view(perChannel);
        Tensor variance = group.AllReduceDifferentiable((centred * centred).mean(others)) / group.WorldSize; // (C), biased
        Tensor result = centred * (variance + _eps).rsqrt().view(perChannel);
        result = weight is null ? result : (result * weight.view(perChannel)) + bias!.view(perChannel);
        using (no_grad())
        {
            double count = (double)input.numel() / input.shape[1] * group.WorldSize;
            Track(running_mean, mean);
            Track(running_var, variance * (count / (count - 1)));
        }

        return result.to(input.dtype).MoveToOuterDisposeScope();
    }

    private void Track(Tensor? running, Tensor value) => running?.mul_(1 - _momentum).add_(value.to(running.dtype) * _momentum);
}
