using SynapseLab.Engine.Augmentations;
using SynapseLab.Torch;
using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>
/// One step's gradients on a device whose memory may not suffice: when it runs out, the micro-batch is halved, the step repeated
/// with the same cubes and the same random draws, and the run goes on so. Gradient caching keeps the loss that of the whole batch.
/// Of several processes all do so when it happened in one. Not with synchronised batch norms: the others wait then in the midst of a
/// pass, where nobody can answer.
/// </summary>
/// <param name="setup">What the run trains on.</param>
/// <param name="reporter">Hears of smaller micro-batches.</param>
/// <param name="augmentation">How views differ from their cube.</param>
/// <param name="afterBackward">For tests: called after each batch's gradients with the micro-batch, 0 for the whole batch.</param>
internal sealed class FittingStep(TrainingSetup setup, RunReporter reporter, ViewPair augmentation, Action<int>? afterBackward)
{
    private readonly TrainingState _state = setup.State;

    /// <summary>Takes the step's batches; gradients lie in the parameters then.</summary>
    /// <param name="prefetched">The next batches.</param>
    /// <param name="shape">Of each batch.</param>
    /// <exception cref="TorchOutOfMemoryException">Not even one cube at once fits.</exception>
    internal TrainingStep Run(BatchPrefetcher prefetched, long[] shape)
    {
        List<(int Epoch, int[] Indices)> taken = [];
        var before = StepStart.Of(_state);
        while (true)
        {
            int current = _state.MicroBatchSize is 0 ? (int)shape[0] : Math.Min(_state.MicroBatchSize, (int)shape[0]);
            if (TryOnce(prefetched, taken, shape, isLast: current == 1) is { } step)
            {
                return step;
            }

            _state.MicroBatchSize = Smaller(current, (int)shape[0]);
            before.Restore(_state);
            reporter.Report(new RunWarned { Message = Sentence(current, (int)shape[0]) }, _state.Position);
        }
    }

    /// <summary>Null where memory ran out, here or in another process, and something smaller is left to try.</summary>
    private TrainingStep? TryOnce(BatchPrefetcher prefetched, List<(int Epoch, int[] Indices)> taken, long[] shape, bool isLast)
    {
        try
        {
            var step = TrainingStep.Run(_state, Batches(prefetched, taken), shape, augmentation, setup.Options, setup.Device, setup.World, afterBackward);
            setup.World?.RequireMemoryEverywhere();
            return step;
        }
        catch (TorchOutOfMemoryException) when (setup.World is null || !setup.Options.SyncBatchNorm)
        {
            setup.World?.TellOutOfMemory();
            if (isLast)
            {
                throw;
            }
        }
        catch (PeerOutOfMemoryException e)
        {
            if (isLast)
            {
                throw new TorchOutOfMemoryException(e.Message);
            }
        }

        return null;
    }

    /// <summary>The greatest divisor of a batch that is at most half of a micro-batch of more than one.</summary>
    internal static int Smaller(int microBatch, int batch) =>
        Enumerable.Range(1, microBatch / 2).Last(size => batch % size == 0);

    private bool HasBatchNorm => _state.Method.named_buffers().Any(buffer => buffer.name.EndsWith("running_mean", StringComparison.Ordinal));

    // A repeated batch is read once more: its redraws start where the first time's did.
    private IEnumerable<CubeBatch> Batches(BatchPrefetcher prefetched, List<(int Epoch, int[] Indices)> taken)
    {
        int again = taken.Count;
        for (int batch = 0; batch < setup.Options.GradientAccumulationSteps; batch++)
        {
            if (batch < again)
            {
                yield return CubeBatch.Read(setup.Cubes, taken[batch].Epoch, taken[batch].Indices);
                continue;
            }

            var (epoch, indices, cubes) = prefetched.Next();
            taken.Add((epoch, indices));
            yield return cubes;
        }
    }

    private string Sentence(int current, int batch) =>
        $"{(setup.World is null ? $"{setup.Device}" : "A process of the run")} ran out of memory with {current} cubes at once; the run repeats the step and goes on with micro-batches of {_state.MicroBatchSize}. "
        + $"Cached gradients keep the loss that of all {batch * (setup.World?.Size ?? 1)} cubes{(HasBatchNorm ? "; batch norms see micro-batches from now on" : "")}.";
}
