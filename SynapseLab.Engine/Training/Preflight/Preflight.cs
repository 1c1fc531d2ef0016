using SynapseLab.Engine.Telemetry;
using SynapseLab.Torch;
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
    private const int SecondBatch = 4;

    // Two small batches, one of them in another precision, the asked batch.
    private const int UsualTrials = 4;

    /// <summary>Measures on the options' own cubes and device; writes nothing.</summary>
    /// <param name="options">Those of the run.</param>
    /// <param name="progress">Hears of each trial as it begins.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    /// <exception cref="EngineException">The run could not begin, or not even the smallest batch fits.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PreflightResult Run(TrainingOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        using var cubes = CubeSourceChoice.Open(options);
        string name = DeviceChoice.Find(options.Device).ToString();
        var device = DeviceInfo.All().FirstOrDefault(known => known.Name == name) ?? DeviceInfo.Best();
        return Run(options, cubes, device, progress, cancellationToken);
    }

    /// <summary>As above, on cubes that are open and a device that was chosen.</summary>
    internal static PreflightResult Run(
        TrainingOptions options, ICubeSource cubes, DeviceInfo device, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        options = options with { Distributed = false }; // this process alone, with its share of the batch
        var torchDevice = DeviceChoice.Find(device.Name);
        RunRequirements.Require(options, cubes, torchDevice);
        torch.set_num_threads(options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        long available = device.IsGpu ? GpuMemory.Available(device, torchDevice.index) : (device.TotalMemoryBytes - ProcessMonitor.ResidentBytes) / options.Processes;
        var trial = new StepTrial(cubes, torchDevice, TimeProvider.System, cancellationToken);
        int trials = 0;
        try
        {
            return Run(options, cubes.Count, cubes.CubeLength, available, device.Name, Measure, TimeProvider.System);
        }
        finally
        {
            HostHeap.Trim(); // a server that waits for the person's decision needs none of it
        }

        StepCost? Measure(TrainingOptions tried)
        {
            progress?.Report(new($"trying {MemoryModel.AtOnce(tried)} cubes at once in {tried.Precision}", trials, Math.Max(UsualTrials, trials + 1)));
            trials++;
            return trial.Measure(tried);
        }
    }

    /// <summary>The decisions alone, on any way to measure.</summary>
    internal static PreflightResult Run(
        TrainingOptions options, int cubeCount, int cubeLength, long available, string device, Func<TrainingOptions, StepCost?> measure, TimeProvider time)
    {
        // Each of several processes has its share of the batch; on GPUs they are as many times as fast, on the CPU they share its cores.
        var trial = options with { BatchSize = options.BatchSize / options.Processes, Processes = 1, GradientAccumulationSteps = 1 };
        int speedup = device == "cpu" ? 1 : options.Processes;
        int small = Math.Min(SmallBatch, trial.BatchSize), larger = Math.Min(SecondBatch, trial.BatchSize);
        var first = measure(Whole(trial, small)) ?? throw new EngineException($"Not even {small} cubes at once fit {device}. Choose a smaller width, or smaller cubes.");
        var second = measure(Whole(trial, larger));
        var model = MemoryModel.Through((small, first.PeakMemoryBytes), second is null ? (small, first.PeakMemoryBytes) : (larger, second.PeakMemoryBytes));
        var (precision, precisionSpeedup) = FasterPrecision(trial, larger, second, measure);
        var (tried, cost) = Largest(FittingBatch(trial, model, cubeLength, UsableFraction * available), device, measure);
        int batch = tried.BatchSize * options.Processes;
        double cubesPerSecond = cost.CubesPerSecond * speedup;
        int cubesPerStep = batch * options.GradientAccumulationSteps;
        long steps = (long)(cubeCount / cubesPerStep) * options.Epochs;
        double seconds = steps * cubesPerStep / cubesPerSecond;
        var result = new PreflightResult(
            options,
            options with { BatchSize = batch, MicroBatchSize = tried.MicroBatchSize, Precision = precision },
            cost.PeakMemoryBytes,
            tried == trial ? cost.PeakMemoryBytes : (long)model.Bytes(trial, cubeLength),
            available,
            cubesPerSecond,
            precisionSpeedup,
            seconds,
            time.GetUtcNow().AddSeconds(Math.Min(seconds, 1e10)),
            "");
        if (result.Fits)
        {
            // Beyond what was tried the line goes through the largest trial.
            var beyond = MemoryModel.AtOnce(trial) > small ? MemoryModel.Through((small, first.PeakMemoryBytes), (MemoryModel.AtOnce(trial), cost.PeakMemoryBytes)) : model;
            result = result with { Larger = LargerBatch.For(options, beyond, cubeLength, cubeCount, available) };
        }

        return result with { Sentence = PreflightSentence.Of(result, steps, options.Processes == 1 ? device : $"{options.Processes} processes, memory of each, their exchange not counted") };
    }

    /// <summary>Tries options that should fit, with ever smaller micro-batches where they do not.</summary>
    private static (TrainingOptions Options, StepCost Cost) Largest(TrainingOptions options, string device, Func<TrainingOptions, StepCost?> measure)
    {
        while (true)
        {
            if (measure(options) is { } cost)
            {
                return (options, cost);
            }

            options = MemoryModel.AtOnce(options) > 1
                ? options with { MicroBatchSize = FittingStep.Smaller(MemoryModel.AtOnce(options), options.BatchSize) }
                : throw new EngineException($"Not even one cube at once of a batch of {options.BatchSize} fits {device}. Choose a smaller batch, width or cubes.");
        }
    }

    /// <summary>The options themselves where they fit, else with the largest micro-batch that does, else with half the batch, and so on.</summary>
    private static TrainingOptions FittingBatch(TrainingOptions options, MemoryModel model, int cubeLength, double usableBytes)
    {
        for (int batch = options.BatchSize; batch >= SmallBatch; batch /= 2)
        {
            var tried = options with { BatchSize = batch, MicroBatchSize = batch == options.BatchSize ? options.MicroBatchSize : 0 };
            if (model.Bytes(tried, cubeLength) <= usableBytes)
            {
                return tried;
            }

            for (int micro = MemoryModel.AtOnce(tried); micro > 1;)
            {
                micro = FittingStep.Smaller(micro, batch);
                var smaller = tried with { MicroBatchSize = micro };
                if (model.Bytes(smaller, cubeLength) <= usableBytes)
                {
                    return smaller;
                }
            }
        }

        return options with { BatchSize = Math.Min(SmallBatch, options.BatchSize), MicroBatchSize = 1 };
    }

    private static (string Name, double Speedup) FasterPrecision(TrainingOptions options, int batch, StepCost? asked, Func<TrainingOptions, StepCost?> measure)
    {
        string? other = options.Precision switch { "float32" => "bfloat16", "bfloat16" => "float32", _ => null };
        var cost = other is null || asked is null ? null : MeasureIfThere(Whole(options with { Precision = other }, batch), measure);
        double speedup = cost?.CubesPerSecond / asked?.CubesPerSecond ?? 1;
        return speedup > WorthwhileSpeedup ? (other!, speedup) : (options.Precision, 1);
    }

    // A card may lack a precision (bfloat16 before Ampere): then there is nothing to propose, and nothing wrong with what was asked for.
    private static StepCost? MeasureIfThere(TrainingOptions options, Func<TrainingOptions, StepCost?> measure)
    {
        try
        {
            return measure(options);
        }
        catch (TorchException)
        {
            return null;
        }
    }

    private static TrainingOptions Whole(TrainingOptions options, int batch) => options with { BatchSize = batch, MicroBatchSize = 0 };
}
