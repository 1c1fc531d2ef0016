using SynapseLab.Engine.Models;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods;

/// <summary>
/// A method in which a predictor guesses from each view the other view's projection by a momentum encoder, whose momentum rises to 1
/// over the run: BYOL, MoCo v3. Keys backbone.…, projection.layers.…, predictor.layers.…, momentum.….
/// </summary>
public abstract class MomentumPrediction : Method
{
    private readonly MlpHead _projection;
    private readonly MlpHead _predictor;
    private readonly MomentumEncoder _encoder;
    private readonly double _momentum;

    /// <summary>Takes the networks over.</summary>
    /// <param name="name">Of the method, for messages.</param>
    /// <param name="backbone">Cubes → h.</param>
    /// <param name="projection">h → z.</param>
    /// <param name="predictor">z → the other view's z.</param>
    /// <param name="momentum">Of the momentum encoder at the beginning, 0 … 1; it rises to 1 along half a cosine.</param>
    protected MomentumPrediction(string name, Backbone backbone, MlpHead projection, MlpHead predictor, double momentum)
        : base(name, backbone)
    {
        (_projection, _predictor, _momentum) = (projection, predictor, momentum);
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

    /// <summary>Views (M, C, D, H, W) → the momentum encoder's projections (M, o).</summary>
    public override Tensor[] Target(Tensor inputs) => [_encoder.call(inputs)];

    /// <summary>The loss of both directions, added: each view's predictions against the other's projections.</summary>
    public override Tensor Loss(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> targets)
    {
        var predictions = outputs[0].chunk(2); // 2 × (N, o)
        var projections = targets[0].chunk(2); // 2 × (N, o)
        return LossOfOneDirection(predictions[0], projections[1]) + LossOfOneDirection(predictions[1], projections[0]);
    }

    /// <inheritdoc />
    public override void AfterStep(IReadOnlyList<Tensor> targets, double fraction) => _encoder.Follow(MomentumEncoder.Rising(_momentum, fraction));

    /// <summary>Predictions (N, o) of one view and projections (N, o) of the other → a scalar, float32 or float64.</summary>
    protected abstract Tensor LossOfOneDirection(Tensor predictions, Tensor projections);
}
