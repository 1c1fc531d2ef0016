using SynapseLab.Engine.Losses;
using SynapseLab.Engine.Models;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods.MoCoV3;

/// <summary>
/// MoCo v3 (Chen, Xie and He 2021, https://arxiv.org/abs/2104.02057 algorithm 1): a predictor guesses from each view the other
/// view's projection by the momentum encoder, among those of the batch.
/// </summary>
/// <param name="backbone">Cubes → h; taken over, as the heads.</param>
/// <param name="projection">h → z.</param>
/// <param name="predictor">z → the other view's z.</param>
/// <param name="temperature">T of InfoNCE, &gt; 0.</param>
/// <param name="momentum">Of the momentum encoder at the beginning, 0 … 1.</param>
public sealed class MoCoV3(Backbone backbone, MlpHead projection, MlpHead predictor, double temperature, double momentum)
    : MomentumPrediction(nameof(MoCoV3), backbone, projection, predictor, momentum)
{
    /// <inheritdoc />
    protected override Tensor LossOfOneDirection(Tensor predictions, Tensor projections) => InfoNceOverBatch.Loss(predictions, projections, temperature);
}
