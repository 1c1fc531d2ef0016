using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Methods;
using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>From one batch to gradients, which lie in the parameters then; the optimiser's step is the caller's, who looks at the loss first.</summary>
/// <param name="Loss">Of the whole batch.</param>
/// <param name="GradientNorm">Of all gradients, before clipping.</param>
/// <param name="Targets">What the method's momentum networks gave, in the caller's dispose scope.</param>
internal sealed record TrainingStep(double Loss, double GradientNorm, IReadOnlyList<Tensor> Targets)
{
    // Far above the norms of a healthy run (about 1): tames the rare batch that would throw the weights away.
    private const double LargestGradientNorm = 10;

    /// <summary>Computes the gradients of one batch.</summary>
    /// <param name="state">Networks, optimiser, generators.</param>
    /// <param name="cubes">(N, C, D, H, W), flat.</param>
    /// <param name="shape">Of the cubes.</param>
    /// <param name="augmentation">How views differ from their cube.</param>
    /// <param name="options">Precision and micro-batch.</param>
    /// <param name="device">Where the networks are.</param>
    internal static TrainingStep Run(
        TrainingState state, float[] cubes, long[] shape, ViewAugmentation augmentation, TrainingOptions options, Device device)
    {
        using var scope = NewDisposeScope();
        var batch = tensor(cubes, shape).to(device); // (N, C, D, H, W) float32
        var inputs = state.Method.Inputs(batch, augmentation, state.Randomness); // (V·N, …)
        state.Optimizer.zero_grad();
        int micro = options.MicroBatchSize == 0 ? options.BatchSize : Math.Min(options.MicroBatchSize, options.BatchSize);
        var (loss, targets) = micro == options.BatchSize
            ? Whole(state.Method, inputs, options)
            : new GradientCache(state.Method, options.BatchSize, micro, () => Narrow(options, device)).Backward(inputs);
        double gradientNorm = nn.utils.clip_grad_norm_(state.Method.parameters().Where(parameter => parameter.requires_grad), LargestGradientNorm);
        return new(loss.ToDouble(), gradientNorm, [.. targets.Select(target => target.MoveToOuterDisposeScope())]); // here the thread waits for the device
    }

    private static (Tensor Loss, Tensor[] Targets) Whole(Method method, Tensor inputs, TrainingOptions options)
    {
        Tensor[] targets;
        Tensor loss;
        using (Narrow(options, inputs.device)) // backward follows the types that forward chose
        {
            using (no_grad())
            {
                targets = method.Target(inputs);
            }

            loss = method.Loss(method.Encode(inputs), targets);
        }

        loss.backward();
        return (loss, targets);
    }

    /// <summary>Autocast where the precision is not float32.</summary>
    private static IDisposable? Narrow(TrainingOptions options, Device device) =>
        options.Precision == "bfloat16" ? Autocast.Enter(device.type, ScalarType.BFloat16) : null;
}
