using System.Collections.Concurrent;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>
/// A trainer through the executor's seam that writes real checkpoint files and events, but learns nothing: steps are as
/// long as the test says, and it resumes from the step that its checkpoint holds.
/// </summary>
internal sealed class ScriptedTrainer : ITrainingBackend
{
    internal const int Steps = 20;

    /// <summary>Steps done in this process by run folder, in order.</summary>
    internal ConcurrentQueue<(string RunDir, long Step)> Done { get; } = new();

    /// <summary>Thread of each training, measurement and extraction.</summary>
    internal ConcurrentBag<int> Threads { get; } = [];

    /// <summary>Devices of each training, in the order of their beginning.</summary>
    internal ConcurrentQueue<IReadOnlyList<string>> DevicesOf { get; } = new();

    /// <summary>Called before each step; a test blocks or throws here.</summary>
    internal Action<TrainingOptions, long> BeforeStep { get; set; } = (_, _) => { };

    /// <summary>Before this step the training waits until it is asked to stop; null: never.</summary>
    internal long? WaitsForStopAt { get; init; }

    /// <summary>Called after each step with the way to tell more events; answers why the collapse doctor pauses the run, null to go on.</summary>
    internal Func<long, Action<TrainingEvent>, string?> AfterStep { get; set; } = (_, _) => null;

    /// <summary>Called when an evaluation begins; gets what asks it to stop.</summary>
    internal Action<CancellationToken> BeforeEvaluation { get; set; } = _ => { };

    /// <summary>Called when an extraction begins; gets what asks it to stop.</summary>
    internal Action<CancellationToken> BeforeExtraction { get; set; } = _ => { };

    /// <summary>What was asked to be extracted, in order.</summary>
    internal ConcurrentQueue<FeatureExtractionOptions> Extracted { get; } = new();

    /// <summary>Called when a measurement begins; a test blocks or throws here.</summary>
    internal Action<TrainingOptions> BeforeMeasurement { get; set; } = _ => { };

    /// <summary>Options of each measurement.</summary>
    internal ConcurrentQueue<TrainingOptions> Measured { get; } = new();

    /// <summary>What a measurement proposes.</summary>
    internal Func<TrainingOptions, TrainingOptions> Propose { get; set; } = options => options;

    /// <summary>Keeps the next measurement at its beginning.</summary>
    internal Hold HoldMeasurement()
    {
        var hold = new Hold();
        BeforeMeasurement = _ => hold.Wait();
        return hold;
    }

    /// <summary>Keeps a training before a step, 1-based.</summary>
    internal Hold HoldBeforeStep(long at)
    {
        var hold = new Hold();
        BeforeStep = (_, step) =>
        {
            if (step == at)
            {
                hold.Wait();
            }
        };
        return hold;
    }

    public IReadOnlyList<DeviceInfo> Devices { get; init; } = [new("cpu", "CPU", 1)];

    public TrainingOutcome Train(TrainingOptions options, IReadOnlyList<string> devices, Action<TrainingEvent> emit, CancellationToken cancellationToken)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        DevicesOf.Enqueue(devices);
        string latest = RunCheckpoints.LatestCheckpoint(options.RunDir);
        Directory.CreateDirectory(Path.GetDirectoryName(latest)!);
        long first = options.Resume ? long.Parse(File.ReadAllText(latest)) : 0;
        emit(new RunStarted
        {
            Epoch = 0,
            Step = first,
            ElapsedSeconds = 0,
            Time = DateTimeOffset.UnixEpoch,
            CubeCount = 40,
            StepsPerEpoch = 4,
            TotalSteps = Steps,
            ParameterCount = 1,
            Device = options.Device,
            EffectiveNegatives = 2,
            ChanceLoss = 1,
        });
        for (long step = first + 1; step <= Steps; step++)
        {
            BeforeStep(options, step);
            if (step == WaitsForStopAt)
            {
                cancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
            }

            if (cancellationToken.IsCancellationRequested)
            {
                File.WriteAllText(latest, (step - 1).ToString());
                return new(RunOutcome.Cancelled, "", 0, step - 1, null);
            }

            Done.Enqueue((options.RunDir, step));
            emit(new StepCompleted { Epoch = 1, Step = step, ElapsedSeconds = step - first, Time = DateTimeOffset.UnixEpoch, Loss = 4.0 / step, LearningRate = 1e-3, CubesPerSecond = 10 });
            if (AfterStep(step, emit) is { } pause)
            {
                File.WriteAllText(latest, step.ToString());
                return new(RunOutcome.Cancelled, pause, 0, step, null);
            }

            if (step % 4 == 0)
            {
                File.WriteAllText(latest, step.ToString());
            }
        }

        File.Copy(latest, Path.Combine(Path.GetDirectoryName(latest)!, "final.pt"), overwrite: true);
        return new(RunOutcome.Finished, "", 5, Steps, 0.2);
    }

    public PreflightResult Measure(TrainingOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        progress?.Report(new("trying 2 cubes at once in float32", 0, 4));
        BeforeMeasurement(options);
        cancellationToken.ThrowIfCancellationRequested();
        Measured.Enqueue(options);
        return new(options, Propose(options), 3 << 20, 5 << 20, 4 << 20, 10, 1, 20, DateTimeOffset.UnixEpoch, "");
    }

    public EvaluationSummary Evaluate(
        string checkpointPath, string preprocDir, string outputDir, int? clusterCount, string device, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        BeforeEvaluation(cancellationToken);
        progress?.Report(new("embedding", 1, 2));
        Directory.CreateDirectory(outputDir);
        File.WriteAllText(Path.Combine(outputDir, "metrics.json"), "{}");
        return new(40, 0.25, 0.75);
    }

    public FeatureExtractionResult Extract(FeatureExtractionOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        Extracted.Enqueue(options);
        BeforeExtraction(cancellationToken);
        Directory.CreateDirectory(options.OutputDir);
        File.WriteAllText(Path.Combine(options.OutputDir, "features.csv"), "Var1,bbox_name,feat_1\n");
        File.WriteAllText(Path.Combine(options.OutputDir, "features.npy"), "npy");
        return new(40, 1, "feat_");
    }
}
