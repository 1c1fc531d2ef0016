using SynapseLab.Engine.Losses;
using SynapseLab.Engine.Models;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods.SimSiam;

/// <summary>
/// SimSiam (Chen and He 2021, https://arxiv.org/abs/2011.10566 algorithm 1): a predictor guesses from each view the other view's
/// projection, through which no gradient flows; neither negatives nor a momentum encoder. Keys backbone.…,
/// projection.layers.…, predictor.layers.….
/// </summary>
public sealed class SimSiam : Method
{
    private readonly MlpHead _projection;
    private readonly MlpHead _predictor;

    /// <summary>Takes the networks over.</summary>
    /// <param name="backbone">Cubes → h.</param>
    /// <param name="projection">h → z.</param>
    /// <param name="predictor">z → the other view's z.</param>
    public SimSiam(Backbone backbone, MlpHead projection, MlpHead predictor)
        : base(nameof(SimSiam), backbone)
    {
        (_projection, _predictor) = (projection, predictor);
        register_module("projection", projection);
        register_module("predictor", predictor);
    }

    /// <summary>Views (M, C, D, H, W) → predictions (M, o) and projections (M, o).</summary>
    public override Tensor[] Encode(Tensor inputs)
    {
        using var embeddings = Backbone.call(inputs); // (M, d)
        var projections = _projection.call(embeddings); // (M, o)
        return [_predictor.call(projections), projections];
    }

    /// <summary>−1 … 1: the mean of both directions.</summary>
    public override Tensor Loss(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> targets)
    {
        var predictions = outputs[0].chunk(2); // 2 × (N, o)
        var projections = outputs[1].chunk(2); // 2 × (N, o)
        return (NegativeCosine.Loss(predictions[0], projections[1]) + NegativeCosine.Loss(predictions[1], projections[0])) / 2;
    }
}
