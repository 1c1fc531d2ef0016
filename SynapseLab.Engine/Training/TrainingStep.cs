using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Losses;
using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>From one batch to gradients; the optimiser's step is the caller's, who looks at the loss first.</summary>
internal static class TrainingStep
{
    // Far above the norms of a healthy run (about 1): tames the rare batch that would throw the weights away.
    private const double LargestGradientNorm = 10;

    /// <summary>The loss of a batch and the norm of its gradients, which lie in the parameters then.</summary>
    internal static (double Loss, double GradientNorm) Run(
        TrainingState state, float[] cubes, long[] shape, ViewPair augmentation, TrainingOptions options, Device device)
    {
        using var scope = NewDisposeScope();
        var batch = tensor(cubes, shape).to(device); // (N, C, D, H, W) float32
        var view1 = augmentation.First.Apply(batch, state.Randomness);
        var view2 = augmentation.Second.Apply(batch, state.Randomness);
        state.Optimizer.zero_grad();
        var loss = Loss(state, cat([view1, view2]), options); // scalar
        loss.backward();
        double gradientNorm = nn.utils.clip_grad_norm_(state.Model.parameters(), LargestGradientNorm);
        return (loss.ToDouble(), gradientNorm); // here the thread waits for the device
    }

    private static Tensor Loss(TrainingState state, Tensor views, TrainingOptions options)
    {
        using var narrow = options.Precision == "bfloat16" ? Autocast.Enter(views.device_type, ScalarType.BFloat16) : null;
        var projections = state.Model.call(views); // (2N, o)
        var halves = projections.chunk(2); // 2 × (N, o)
        return NtXent.Loss(halves[0], halves[1], options.Temperature);
    }
}
