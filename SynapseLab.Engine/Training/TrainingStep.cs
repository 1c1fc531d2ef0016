using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Methods;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>From one batch, or several that are accumulated, to gradients, which lie in the parameters then; the optimiser's step is the caller's, who looks at the loss first.</summary>
/// <param name="Loss">Mean over the batches.</param>
/// <param name="GradientNorm">Of all gradients, unscaled, before clipping.</param>
/// <param name="Targets">What the method's momentum networks gave, in the caller's dispose scope: rows of all batches, views one after the other.</param>
internal sealed record TrainingStep(double Loss, double GradientNorm, IReadOnlyList<Tensor> Targets)
{
    /// <summary>Computes the gradients of one step.</summary>
    /// <param name="state">Networks, micro-batch, optimiser, generators, loss scale.</param>
    /// <param name="batches">As many as <see cref="TrainingOptions.GradientAccumulationSteps"/>; each is done with when the next is asked for.</param>
    /// <param name="shape">Of each batch.</param>
    /// <param name="augmentation">How views differ from their cube.</param>
    /// <param name="options">Precision, accumulation, clipping.</param>
    /// <param name="device">Where the networks are.</param>
    /// <param name="world">The processes over which each batch lies; the cubes are then this one's share. Null for this process alone.</param>
    /// <param name="afterBackward">For tests: called after each batch's gradients with the micro-batch.</param>
    internal static TrainingStep Run(
        TrainingState state, IEnumerable<CubeBatch> batches, long[] shape, ViewPair augmentation, TrainingOptions options, Device device, World? world = null,
        Action<int>? afterBackward = null)
    {
        using var scope = NewDisposeScope();
        state.Optimizer.ZeroGrad();
        double factor = (state.Scaler?.Scale ?? 1) / options.GradientAccumulationSteps;
        List<Tensor> losses = [];
        List<Tensor[]> targets = [];
        foreach (var (cubes, redraws) in batches)
        {
            using var batchScope = NewDisposeScope(); // the graph of one batch goes before the next comes
            var batch = cubes.view(shape).to(device, non_blocking: true); // (N, C, D, H, W) float32; a GPU copies pinned memory while the thread goes on
            using var own = world?.OwnRandomness(state.Randomness, device);
            var random = own ?? state.Randomness;
            var inputs = redraws is null || state.Method.ViewsPerCube != 2
                ? state.Method.Inputs(batch, augmentation, random) // (V·N, …)
                : redraws.Views(batch, some => state.Method.Inputs(some, augmentation, random));
            var (loss, batchTargets) = Backward(state.Method, inputs, (int)shape[0], factor, state.MicroBatchSize, options, world);
            afterBackward?.Invoke(state.MicroBatchSize);
            losses.Add(loss.detach().MoveToOuterDisposeScope());
            targets.Add([.. batchTargets.Select(target => target.MoveToOuterDisposeScope())]);
        }

        world?.SumGradients(state.Method.parameters());
        double gradientNorm = Clip(state, options.ClipNorm);
        var joined = targets.Count == 1 ? targets[0] : ViewRows.Join(targets, state.Method.ViewsPerCube);
        double meanLoss = stack(losses).mean().ToDouble(); // here the thread waits for the device
        return new(meanLoss, gradientNorm, [.. joined.Select(target => target.MoveToOuterDisposeScope())]);
    }

    /// <summary>Adds the gradients of one batch, times a factor, to the parameters.</summary>
    private static (Tensor Loss, Tensor[] Targets) Backward(Method method, Tensor inputs, int cubes, double factor, int microBatch, TrainingOptions options, World? world)
    {
        // Synchronised batch norms speak with the other processes in the midst of both passes.
        return options.SyncBatchNorm && world is not null ? world.Try(Add) : Add();

        (Tensor, Tensor[]) Add()
        {
            int micro = microBatch == 0 ? cubes : Math.Min(microBatch, cubes);
            return micro < cubes ? new GradientCache(method, cubes, micro, Forward, world).Backward(inputs, factor)
                : world is null ? Whole(method, inputs, factor, Forward)
                : new SharedBatch(method, world, Forward).Backward(inputs, factor);
        }

        ForwardRegion Forward() => ForwardRegion.Enter(options, inputs.device, world);
    }

    private static (Tensor Loss, Tensor[] Targets) Whole(Method method, Tensor inputs, double factor, Func<IDisposable?> forward)
    {
        Tensor[] targets;
        Tensor loss;
        using (forward()) // backward follows the types that forward chose
        {
            using (no_grad())
            {
                targets = method.Target(inputs);
            }

            loss = method.Loss(method.Encode(inputs), targets);
        }

        (loss * factor).backward();
        return (loss, targets);
    }

    /// <summary>Takes the loss's scale off the gradients and limits their common norm (0: no limit); answers the norm before.</summary>
    private static double Clip(TrainingState state, double largestNorm)
    {
        var trained = state.Method.parameters().Where(parameter => parameter.requires_grad).ToArray();
        if (state.Scaler is { } scaler)
        {
            using var noGradients = no_grad();
            foreach (var parameter in trained)
            {
                parameter.grad?.mul_(1 / scaler.Scale);
            }
        }

        return nn.utils.clip_grad_norm_(trained, largestNorm == 0 ? double.PositiveInfinity : largestNorm);
    }
}
