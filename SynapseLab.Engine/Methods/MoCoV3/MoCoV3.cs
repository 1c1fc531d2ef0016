using SynapseLab.Engine.Losses;
using SynapseLab.Engine.Models;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods.MoCoV3;

/// <summary>
/// MoCo v3 (Chen, Xie and He 2021, https://arxiv.org/abs/2104.02057 algorithm 1): a predictor guesses from each view the other
/// view's projection by the momentum encoder, among those of the batch. Keys backbone.…, projection.layers.…,
/// predictor.layers.…, momentum.….
/// </summary>
public sealed class MoCoV3 : Method
{
    private readonly MlpHead _projection;
    private readonly MlpHead _predictor;
    private readonly MomentumEncoder _encoder;
    private readonly double _temperature;
    private readonly double _momentum;

    /// <summary>Takes the networks over.</summary>
    /// <param name="backbone">Cubes → h.</param>
    /// <param name="projection">h → z.</param>
    /// <param name="predictor">z → the other view's z.</param>
    /// <param name="temperature">T of InfoNCE, &gt; 0.</param>
    /// <param name="momentum">Of the momentum encoder at the beginning, 0 … 1; it rises to 1 along half a cosine.</param>
    public MoCoV3(Backbone backbone, MlpHead projection, MlpHead predictor, double temperature, double momentum)
        : base(nameof(MoCoV3), backbone)
    {
        (_projection, _predictor, _temperature, _momentum) = (projection, predictor, temperature, momentum);
        _encoder = new MomentumEncoder(backbone, projection);
        register_module("projection", projection);
        register_module("predictor", predictor);
        register_module("momentum", _encoder);
    }

    /// <summary>Views (M, C, D, H, W) → predictions (M, o).</summary>
    public override Tensor[] Encode(Tensor inputs)
    {
        using var embeddings = Backbone.call(inputs); // (M, d)
        using var projections = _projection.call(embeddings); // (M, o)
        return [_predictor.call(projections)];
    }

    /// <summary>Views (M, C, D, H, W) → keys (M, o).</summary>
    public override Tensor[] Target(Tensor inputs) => [_encoder.call(inputs)];

    /// <inheritdoc />
    public override Tensor Loss(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> targets)
    {
        var queries = outputs[0].chunk(2); // 2 × (N, o)
        var keys = targets[0].chunk(2); // 2 × (N, o)
        return InfoNceOverBatch.Loss(queries[0], keys[1], _temperature) + InfoNceOverBatch.Loss(queries[1], keys[0], _temperature);
    }

    /// <inheritdoc />
    public override void AfterStep(IReadOnlyList<Tensor> targets, double fraction) => _encoder.Follow(MomentumEncoder.Rising(_momentum, fraction));
}
