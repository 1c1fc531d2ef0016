using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Optimisation;

/// <summary>The optimisers by name, each with two groups: weights of convolutions and products decay, biases and norms (1-D) do not.</summary>
internal static class OptimizerCatalogue
{
    private const double Momentum = 0.9;

    /// <summary>Names in options.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["adamw", "adam", "sgd", "lars"];

    /// <summary>The optimiser of a name over the parameters that are trained.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="parameters">Those without requires_grad are left out.</param>
    /// <param name="weightDecay">Pull of weights towards 0, ≥ 0; Adam and SGD add it to the gradient, AdamW takes it from the weights.</param>
    /// <exception cref="EngineException">There is no such optimiser.</exception>
    internal static Optimizer Create(string name, IEnumerable<Parameter> parameters, double weightDecay)
    {
        var byRank = parameters.Where(parameter => parameter.requires_grad).ToLookup(parameter => parameter.ndim > 1);
        var (weights, others) = (byRank[true], byRank[false]);
        const double Rate = 0; // a schedule sets the rate of each step
        return name switch
        {
            "adamw" => new Optimizer(optim.AdamW(
                [new AdamW.ParamGroup(weights, Rate, weight_decay: weightDecay), new AdamW.ParamGroup(others, Rate, weight_decay: 0)], Rate)),
            "adam" => new Optimizer(optim.Adam(
                [new Adam.ParamGroup(weights, Rate, weight_decay: weightDecay), new Adam.ParamGroup(others, Rate, weight_decay: 0)], Rate)),
            "sgd" => new Optimizer(optim.SGD(
                [new SGD.ParamGroup(weights, Rate, Momentum, weight_decay: weightDecay), new SGD.ParamGroup(others, Rate, Momentum, weight_decay: 0)], Rate)),
            "lars" => new Lars(weights, others, weightDecay, Momentum),
            _ => throw new EngineException($"Expected an optimiser {string.Join(", ", Names)}, got '{name}'."),
        };
    }
}
