using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Methods;
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

    private TrainingState(Method method, OptimizerHelper optimizer, ViewRandomness randomness) =>
        (Method, Optimizer, Randomness) = (method, optimizer, randomness);

    /// <summary>The networks under training.</summary>
    internal Method Method { get; }

    internal OptimizerHelper Optimizer { get; }

    internal ViewRandomness Randomness { get; }

    internal RunPosition Position { get; set; } = RunPosition.Start;

    /// <summary>Greatest silhouette so far, or least mean loss (negated) where nothing is evaluated; null before the first.</summary>
    internal double? BestFigure { get; set; }

    /// <summary>Parameters that are trained.</summary>
    internal long ParameterCount => Method.parameters().Where(parameter => parameter.requires_grad).Sum(parameter => parameter.numel());

    /// <summary>The state before the first step; first weights are a function of the seed alone, the same on every device.</summary>
    internal static TrainingState New(TrainingOptions options, int inputChannels, Device device)
    {
        var method = NewMethod(options, inputChannels).to(device);
        return new(method, NewOptimizer(options, method), new ViewRandomness(options.Seed ^ AugmentationStream, device));
    }

    /// <summary>The untrained method on the CPU.</summary>
    internal static Method NewMethod(TrainingOptions options, int inputChannels)
    {
        using var generator = new Generator(unchecked((ulong)options.Seed));
        var shape = BackboneFactory.Describe(options.Backbone, options.Stem, inputChannels, options.Width, options.StemMaxPool);
        var backbone = new ResNet3d(shape, generator);
        return MethodCatalogue.Find(options.Method).Create(backbone, options.MethodParameters, generator);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Optimizer.Dispose();
        Method.Dispose();
        Randomness.Dispose();
    }

    /// <summary>Two groups: weights of convolutions and products decay, biases and batch norms (1-D) do not.</summary>
    private static OptimizerHelper NewOptimizer(TrainingOptions options, Method method)
    {
        var byRank = method.parameters().Where(parameter => parameter.requires_grad).ToLookup(parameter => parameter.ndim > 1);
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
