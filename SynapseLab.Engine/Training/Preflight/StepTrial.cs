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
    // The first step of all allocates, and chooses algorithms; few are enough for a figure of two digits.
    private const int TimedSteps = 3;
    private static readonly TimeSpan s_longEnough = TimeSpan.FromSeconds(30);

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
        float[] batch = cubes.ReadBatch(0, [.. Enumerable.Range(0, options.BatchSize)]).Cubes;
        state.Method.train();
        Step(state, batch, options);
        long start = time.GetTimestamp();
        int steps = 0;
        do
        {
            Step(state, batch, options);
            steps++;
        }
        while (steps < TimedSteps && time.GetElapsedTime(start) < s_longEnough);
        return steps * options.BatchSize / Math.Max(time.GetElapsedTime(start).TotalSeconds, 1e-9);
    }

    private void Step(TrainingState state, float[] batch, TrainingOptions options)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var scope = torch.NewDisposeScope();
        long size = cubes.CubeSize;
        var augmentation = CubeSourceChoice.Augmentation(options);
        var step = TrainingStep.Run(state, [new CubeBatch(batch)], [options.BatchSize, cubes.ChannelCount, size, size, size], augmentation, options, device);
        state.Optimizer.LearningRate = 0; // costs the same, and cannot end in numbers that are not finite
        state.Step(step.GradientNorm);
        using var noGradients = torch.no_grad();
        state.Method.AfterStep(step.Targets, 0);
    }
}
