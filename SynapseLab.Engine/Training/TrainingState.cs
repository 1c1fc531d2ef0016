using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Models;
using SynapseLab.Engine.Optimisation;
using SynapseLab.Engine.Optimisation.Schedules;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>All that changes while a run trains: weights and their average, optimiser, schedule, loss scale, generators, place, best figure. Owns its native parts.</summary>
internal sealed class TrainingState : IDisposable
{
    // Keeps the augmentation's numbers apart from those of the first weights.
    private const long AugmentationStream = 0x5EED;

    private TrainingState(Method method, Optimizer optimizer, ISchedule schedule, ViewRandomness randomness) =>
        (Method, Optimizer, Schedule, Randomness) = (method, optimizer, schedule, randomness);

    /// <summary>The networks under training.</summary>
    internal Method Method { get; }

    internal Optimizer Optimizer { get; }

    /// <summary>The learning rate as a share of its peak.</summary>
    internal ISchedule Schedule { get; }

    /// <summary>Scale of the loss; null unless the precision is float16.</summary>
    internal LossScaler? Scaler { get; init; }

    /// <summary>Moving average of the backbone's weights; null where none is kept.</summary>
    internal WeightAverage? Average { get; init; }

    internal ViewRandomness Randomness { get; }

    /// <summary>What became of the initial weights; null where the run begins with random ones, or goes on.</summary>
    internal WeightsImported? Imported { get; private init; }

    internal RunPosition Position { get; set; } = RunPosition.Start;

    /// <summary>The best so far of the figure that chooses best.pt; null before the first.</summary>
    internal double? BestFigure { get; set; }

    /// <summary>Cubes on the device at once, 0 = the whole batch: what the options ask for, or less since memory ran out.</summary>
    internal int MicroBatchSize { get; set; }

    /// <summary>Parameters that are trained.</summary>
    internal long ParameterCount => Method.parameters().Where(parameter => parameter.requires_grad).Sum(parameter => parameter.numel());

    /// <summary>The state before the first step; first weights are a function of the seed alone, the same on every device.</summary>
    internal static TrainingState New(TrainingOptions options, int inputChannels, int stepsPerEpoch, Device device)
    {
        WeightsImported? imported = null;
        var method = NewMethod(options, inputChannels, taken => imported = taken).to(device);
        var optimizer = OptimizerCatalogue.Create(options.Optimizer, method.parameters(), options.WeightDecay);
        var randomness = new ViewRandomness(options.Seed ^ AugmentationStream, device);
        return new(method, optimizer, ScheduleChoice.Create(options, stepsPerEpoch), randomness)
        {
            Scaler = options.Precision == "float16" ? new LossScaler() : null,
            MicroBatchSize = options.MicroBatchSize,
            Imported = imported,
            Average = options.EmaDecay > 0 ? new WeightAverage(method.Backbone, options.EmaDecay) : null,
        };
    }

    /// <summary>The untrained method on the CPU.</summary>
    internal static Method NewMethod(TrainingOptions options, int inputChannels, Action<WeightsImported>? imported = null)
    {
        using var generator = new Generator(unchecked((ulong)options.Seed));
        return MethodCatalogue.Find(options.Method).Create(NetworkChoice.Build(options, inputChannels, generator, imported), options.MethodParameters, generator);
    }

    /// <summary>
    /// The optimiser's step on the gradients at hand. With loss scaling, gradients that are not finite change nothing but the
    /// scale: false.
    /// </summary>
    /// <param name="gradientNorm">Of all gradients; finite unless the loss is scaled.</param>
    internal bool Step(double gradientNorm)
    {
        bool finite = double.IsFinite(gradientNorm);
        Scaler?.Update(finite);
        if (finite)
        {
            Optimizer.Step();
            Average?.Update(Position.Step);
        }

        return finite;
    }

    /// <summary>Until disposed the backbone has its averaged weights; null, and no change, where no average is kept.</summary>
    internal IDisposable? UseAverage() => Average?.Apply();

    /// <inheritdoc />
    public void Dispose()
    {
        Average?.Dispose();
        Optimizer.Dispose();
        Method.Dispose();
        Randomness.Dispose();
    }
}
