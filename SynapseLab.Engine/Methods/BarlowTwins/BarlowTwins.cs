using SynapseLab.Engine.Losses;
using SynapseLab.Engine.Models;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods.BarlowTwins;

/// <summary>
/// Barlow Twins (Zbontar et al. 2021, https://arxiv.org/abs/2103.03230): over the batch, each feature of one view correlates with
/// itself in the other view and with no other feature. Keys backbone.…, projection.layers.….
/// </summary>
public sealed class BarlowTwins : ProjectionMethod
{
    private readonly double _redundancy;

    /// <summary>Takes both networks over.</summary>
    /// <param name="backbone">Cubes → h.</param>
    /// <param name="projection">h → z.</param>
    /// <param name="redundancy">λ, weight of correlations between different features.</param>
    public BarlowTwins(Backbone backbone, MlpHead projection, double redundancy)
        : base(nameof(BarlowTwins), backbone, projection)
    {
        _redundancy = redundancy;
    }

    /// <inheritdoc />
    public override Tensor Loss(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> targets)
    {
        var halves = outputs[0].chunk(2); // 2 × (N, o)
        return CrossCorrelation.Loss(halves[0], halves[1], _redundancy);
    }
}
