using SynapseLab.Engine.Losses;
using SynapseLab.Engine.Models;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods.SimClr;

/// <summary>
/// SimCLR (Chen et al. 2020, https://arxiv.org/abs/2002.05709): each view must find the other view of its cube among all
/// views of the batch. Keys backbone.…, projection.layers.….
/// </summary>
public sealed class SimClr : ProjectionMethod
{
    private readonly double _temperature;

    /// <summary>Takes both networks over.</summary>
    /// <param name="backbone">Cubes → h.</param>
    /// <param name="projection">h → z.</param>
    /// <param name="temperature">T of NT-Xent, &gt; 0.</param>
    public SimClr(Backbone backbone, ProjectionHead projection, double temperature)
        : base(nameof(SimClr), backbone, projection)
    {
        _temperature = temperature;
    }

    /// <inheritdoc />
    public override Tensor Loss(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> targets)
    {
        var halves = outputs[0].chunk(2); // 2 × (N, o)
        return NtXent.Loss(halves[0], halves[1], _temperature);
    }
}
