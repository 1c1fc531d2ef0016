using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>
/// The head between embedding and loss, thrown away after training (Chen et al. 2020, https://arxiv.org/abs/2002.05709 §4.2):
/// linear, batch norm, ReLU, linear; once more of the first three with three linear layers. Keys layers.0, 1, 3 (4, 6).
/// </summary>
public sealed class ProjectionHead : nn.Module<Tensor, Tensor>
{
    private readonly Sequential _layers;

    /// <summary>d → hidden → output, two linear layers, weights drawn from <paramref name="generator"/> (CPU).</summary>
    public ProjectionHead(int inputDimension, int hiddenDimension, int outputDimension, Generator generator)
        : this(inputDimension, new ProjectionHeadOptions(hiddenDimension, outputDimension), generator)
    {
    }

    /// <summary>d → hidden (→ hidden) → output, weights drawn from <paramref name="generator"/> (CPU).</summary>
    /// <exception cref="EngineException">The number of linear layers is not 2 or 3.</exception>
    public ProjectionHead(int inputDimension, ProjectionHeadOptions options, Generator generator)
        : base(nameof(ProjectionHead))
    {
        if (options.LinearLayers is not (2 or 3))
        {
            throw new EngineException($"Expected a projection head of 2 or 3 linear layers, got {options.LinearLayers}.");
        }

        _layers = MlpHead.Layers(new([inputDimension, .. Enumerable.Repeat(options.Hidden, options.LinearLayers - 1), options.Output]));
        register_module("layers", _layers);
        WeightInit.Kaiming(this, generator);
    }

    /// <summary>Embeddings (N, d) → projections (N, output), not normalised: the loss does that.</summary>
    public override Tensor forward(Tensor input) => _layers.call(input);
}
