using SynapseLab.Engine.Telemetry;
using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>
/// A few real steps before a run: how fast, how much memory, when it ends, and which batch, micro-batch and precision suit the device.
/// Two small batches give memory as a line in the cubes at once; the asked batch is tried only when the line says that it fits.
/// </summary>
public static class Preflight
{
    // The rest is for what the two small batches cannot show: fragments, the system, other processes.
    private const double UsableFraction = 0.9;

    // Less is within the noise of a few steps.
    private const double WorthwhileSpeedup = 1.1;

    private const int SmallBatch = 2;
    private const int LargerBatch = 4;

    /// <summary>Measures on the options' own cubes and device; writes nothing.</summary>
    /// <exception cref="EngineException">The run could not begin, or not even the smallest batch fits.</exception>
    public static PreflightResult Run(TrainingOptions options, CancellationToken cancellationToken)
    {
        using var cubes = CubeSourceChoice.Open(options);
        string name = DeviceChoice.Find(options.Device).ToString();
        var device = DeviceInfo.All().FirstOrDefault(known => known.Name == name) ?? DeviceInfo.Best();
        return Run(options, cubes, device, cancellationToken);
    }

    /// <summary>As above, on cubes that are open and a device that was chosen.</summary>
    internal static PreflightResult Run(TrainingOptions options, ICubeSource cubes, DeviceInfo device, CancellationToken cancellationToken)
    {
        options = options with { Distributed = false }; // this process alone
        var torchDevice = DeviceChoice.Find(device.Name);
        RunRequirements.Require(options, cubes, torchDevice);
        torch.set_num_threads(options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        long available = device.TotalMemoryBytes - (device.IsGpu ? 0 : ProcessMonitor.ResidentBytes);
        var trial = new StepTrial(cubes, torchDevice, TimeProvider.System, cancellationToken);
        return Run(options, cubes.Count, cubes.CubeLength, available, device.Name, trial.Measure, TimeProvider.System);
    }

    /// <summary>The decisions alone, on any way to measure.</summary>
    internal static PreflightResult Run(
        TrainingOptions options, int cubeCount, int cubeLength, long available, string device, Func<TrainingOptions, StepCost?> measure, TimeProvider time)
    {
        var trial = options with { GradientAccumulationSteps = 1 };
        int small = Math.Min(SmallBatch, options.BatchSize), larger = Math.Min(LargerBatch, options.BatchSize);
        var first = measure(Whole(trial, small)) ?? throw new EngineException($"Not even {small} cubes at once fit {device}. Choose a smaller width, or smaller cubes.");
        var second = measure(Whole(trial, larger));
        var model = MemoryModel.Through((small, first.PeakMemoryBytes), second is null ? (small, first.PeakMemoryBytes) : (larger, second.PeakMemoryBytes));
        var proposal = FittingBatch(trial, model, cubeLength, UsableFraction * available);
        proposal = proposal with { Precision = FasterPrecision(trial, larger, second, measure) };
        var cost = measure(proposal);
        while (cost is null && AtOnce(proposal) > 1)
        {
            proposal = proposal with { MicroBatchSize = FittingStep.Smaller(AtOnce(proposal), proposal.BatchSize) };
            cost = measure(proposal);
        }

        var measured = cost ?? throw new EngineException($"Not even one cube at once of a batch of {proposal.BatchSize} fits {device}. Choose a smaller batch, width or cubes.");
        proposal = proposal with { GradientAccumulationSteps = options.GradientAccumulationSteps };
        int cubesPerStep = proposal.BatchSize * proposal.GradientAccumulationSteps;
        long steps = (long)(cubeCount / cubesPerStep) * proposal.Epochs;
        double seconds = steps * cubesPerStep / measured.CubesPerSecond;
        var result = new PreflightResult(
            proposal, measured.PeakMemoryBytes, available, measured.CubesPerSecond, seconds, time.GetUtcNow().AddSeconds(Math.Min(seconds, 1e10)), "");
        return result with { Sentence = PreflightSentence.Of(options, result, steps, Bytes(model, trial, cubeLength), device) };
    }

    /// <summary>The options themselves where they fit, else with the largest micro-batch that does, else with half the batch, and so on.</summary>
    private static TrainingOptions FittingBatch(TrainingOptions options, MemoryModel model, int cubeLength, double usableBytes)
    {
        for (int batch = options.BatchSize; batch >= SmallBatch; batch /= 2)
        {
            var tried = options with { BatchSize = batch, MicroBatchSize = batch == options.BatchSize ? options.MicroBatchSize : 0 };
            if (Bytes(model, tried, cubeLength) <= usableBytes)
            {
                return tried;
            }

            for (int micro = AtOnce(tried); micro > 1;)
            {
                micro = FittingStep.Smaller(micro, batch);
                var smaller = tried with { MicroBatchSize = micro };
                if (Bytes(model, smaller, cubeLength) <= usableBytes)
                {
                    return smaller;
                }
            }
        }

        return options with { BatchSize = Math.Min(SmallBatch, options.BatchSize), MicroBatchSize = 1 };
    }

    private static string FasterPrecision(TrainingOptions options, int batch, StepCost? asked, Func<TrainingOptions, StepCost?> measure)
    {
        string? other = options.Precision switch { "float32" => "bfloat16", "bfloat16" => "float32", _ => null };
        var cost = other is null || asked is null ? null : measure(Whole(options with { Precision = other }, batch));
        return cost?.CubesPerSecond > WorthwhileSpeedup * asked?.CubesPerSecond ? other! : options.Precision;
    }

    private static TrainingOptions Whole(TrainingOptions options, int batch) => options with { BatchSize = batch, MicroBatchSize = 0 };

    private static int AtOnce(TrainingOptions options) =>
        options.MicroBatchSize == 0 ? options.BatchSize : Math.Min(options.MicroBatchSize, options.BatchSize);

    /// <summary>The cubes at once by the model; of the batch's others the cube and its two views.</summary>
    private static double Bytes(MemoryModel model, TrainingOptions options, int cubeLength) =>
        model.Bytes(AtOnce(options)) + ((options.BatchSize - AtOnce(options)) * 3L * cubeLength * sizeof(float));
}
