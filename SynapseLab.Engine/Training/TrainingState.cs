using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>All that changes while a run trains: weights, optimiser, generators, place, best figure. Owns its native parts.</summary>
internal sealed class TrainingState : IDisposable
{
    private const double Momentum = 0.9;

    // Keeps the augmentation's numbers apart from those of the first weights.
    private const long AugmentationStream = 0x5EED;

    private TrainingState(ContrastiveModel model, OptimizerHelper optimizer, ViewRandomness randomness) =>
        (Model, Optimizer, Randomness) = (model, optimizer, randomness);

    internal ContrastiveModel Model { get; }

    internal OptimizerHelper Optimizer { get; }

    internal ViewRandomness Randomness { get; }

    internal RunPosition Position { get; set; } = RunPosition.Start;

    /// <summary>Greatest silhouette so far, or least mean loss (negated) where nothing is evaluated; null before the first.</summary>
    internal double? BestFigure { get; set; }

    /// <summary>Parameters of backbone and head.</summary>
    internal long ParameterCount => Model.parameters().Sum(parameter => parameter.numel());

    /// <summary>The state before the first step; first weights are a function of the seed alone, the same on every device.</summary>
    internal static TrainingState New(TrainingOptions options, int inputChannels, Device device)
    {
        var model = NewModel(options, inputChannels).to(device);
        return new(model, NewOptimizer(options, model), new ViewRandomness(options.Seed ^ AugmentationStream, device));
    }

    /// <summary>An untrained model on the CPU.</summary>
    internal static ContrastiveModel NewModel(TrainingOptions options, int inputChannels)
    {
        using var generator = new Generator(unchecked((ulong)options.Seed));
        var shape = BackboneFactory.Describe(options.Backbone, options.Stem, inputChannels, options.Width, options.StemMaxPool);
        var backbone = shape.Build(generator);
        return new(backbone, new ProjectionHead(shape.FeatureDimension, options.ProjectionHidden, options.ProjectionOutput, generator));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Optimizer.Dispose();
        Model.Dispose();
        Randomness.Dispose();
    }

    /// <summary>Two groups: weights of convolutions and products decay, biases and batch norms (1-D) do not.</summary>
    private static OptimizerHelper NewOptimizer(TrainingOptions options, ContrastiveModel model)
    {
        var byRank = model.parameters().ToLookup(parameter => parameter.ndim > 1);
        double rate = options.LearningRate;
        return options.Optimizer switch
        {
            "adamw" => optim.AdamW(
                [
                    new AdamW.ParamGroup(byRank[true], rate, weight_decay: options.WeightDecay),
                    new AdamW.ParamGroup(byRank[false], rate, weight_decay: 0),
                ],
                rate),
            "sgd" => optim.SGD(
                [
                    new SGD.ParamGroup(byRank[true], rate, Momentum, weight_decay: options.WeightDecay),
                    new SGD.ParamGroup(byRank[false], rate, Momentum, weight_decay: 0),
                ],
                rate),
            _ => throw new EngineException($"Expected an optimiser adamw or sgd, got '{options.Optimizer}'."),
        };
    }
}
