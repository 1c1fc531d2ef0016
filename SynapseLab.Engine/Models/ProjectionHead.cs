using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>
/// The head between embedding and loss, thrown away after training (Chen et al. 2020, https://arxiv.org/abs/2002.05709 §4.2):
/// linear, batch norm, ReLU, linear. Keys 0, 1, 3.
/// </summary>
public sealed class ProjectionHead : nn.Module<Tensor, Tensor>
{
    private readonly Sequential _layers;

    /// <summary>d → hidden → output, weights drawn from <paramref name="generator"/> (CPU).</summary>
    public ProjectionHead(int inputDimension, int hiddenDimension, int outputDimension, Generator generator)
        : base(nameof(ProjectionHead))
    {
        // The batch norm takes the mean away: a bias before it would do nothing.
        (string, nn.Module<Tensor, Tensor>)[] layers =
        [
            ("0", nn.Linear(inputDimension, hiddenDimension, hasBias: false)),
            ("1", nn.BatchNorm1d(hiddenDimension)),
            ("2", nn.ReLU(inplace: true)),
            ("3", nn.Linear(hiddenDimension, outputDimension)),
        ];
        _layers = nn.Sequential(layers);
        register_module("layers", _layers);
        WeightInit.Kaiming(this, generator);
    }

    /// <summary>Embeddings (N, d) → projections (N, output), not normalised: the loss does that.</summary>
    public override Tensor forward(Tensor input) => _layers.call(input);
}
