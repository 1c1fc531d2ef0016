using SynapseLab.Torch;
using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>Tries real steps on a fresh state that is thrown away.</summary>
/// <param name="cubes">The first of them are trained on.</param>
/// <param name="device">Where.</param>
/// <param name="time">The clock.</param>
/// <param name="cancellationToken">Looked at between steps.</param>
internal sealed class StepTrial(ICubeSource cubes, torch.Device device, TimeProvider time, CancellationToken cancellationToken)
{
    // The first step of all allocates, and chooses algorithms; few are enough for a figure of two digits. Where steps
    // are long, the first one's extra is lost in it.
    private const int TimedSteps = 3;
    private const double LongEnoughSeconds = 10;

    private readonly PeakMemory _memory = new(device);

    /// <summary>One step to warm up and up to three that count, fewer where they take long; null where memory runs out.</summary>
    internal StepCost? Measure(TrainingOptions options)
    {
        var peak = _memory.Start();
        double? cubesPerSecond = null;
        long bytes;
        try
        {
            cubesPerSecond = Train(options);
        }
        catch (TorchOutOfMemoryException)
        {
            // Which is an answer.
        }
        finally
        {
            bytes = peak();
        }

        return cubesPerSecond is { } speed ? new(speed, bytes) : null;
    }

    private double Train(TrainingOptions options)
    {
        using var state = TrainingState.New(options, cubes.ChannelCount, stepsPerEpoch: 1, device);
        state.Method.train();
        double reading = 0, computing = 0;
        int counted = 0;
        for (int step = 0; counted < TimedSteps && reading + computing < LongEnoughSeconds; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = torch.NewDisposeScope();
            long start = time.GetTimestamp();
            var batch = Read(step, options);
            double read = time.GetElapsedTime(start).TotalSeconds;
            Step(state, batch, options);
            double computed = time.GetElapsedTime(start).TotalSeconds - read;
            if (step > 0 || read + computed >= LongEnoughSeconds)
            {
                (reading, computing, counted) = (reading + read, computing + computed, counted + 1);
            }
        }

        // A run reads ahead on a thread of its own, and no more at all once its cubes are kept.
        double seconds = cubes.Loading.Keeps ? computing : Math.Max(reading, computing);
        return counted * options.BatchSize / Math.Max(seconds, 1e-9);
    }

    // Of the epochs those with the dearest batches: mask-aware ones, where some are.
    private CubeBatch Read(int step, TrainingOptions options)
    {
        int epoch = Math.Clamp(options.MaskAwareAfterEpoch, 0, options.Epochs - 1);
        return CubeBatch.Read(cubes, epoch, [.. Enumerable.Range(0, options.BatchSize).Select(i => (int)((((long)step * options.BatchSize) + i) % cubes.Count))]);
    }

    private void Step(TrainingState state, CubeBatch batch, TrainingOptions options)
    {
        using var scope = torch.NewDisposeScope();
        long size = cubes.CubeSize;
        var augmentation = CubeSourceChoice.Augmentation(options);
        var step = TrainingStep.Run(state, [batch], [options.BatchSize, cubes.ChannelCount, size, size, size], augmentation, options, device);
        state.Optimizer.LearningRate = 0; // costs the same, and cannot end in numbers that are not finite
        state.Step(step.GradientNorm);
        using var noGradients = torch.no_grad();
        state.Method.AfterStep(step.Targets, 0);
    }
}
