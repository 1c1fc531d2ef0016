using SynapseLab.Engine.Losses;
using SynapseLab.Engine.Models;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods.Byol;

/// <summary>
/// BYOL (Grill et al. 2020, https://arxiv.org/abs/2006.07733): a predictor guesses from each view the other view's projection by
/// a momentum encoder; there are no negatives. The loss is 0 … 8.
/// </summary>
/// <param name="backbone">Cubes → h; taken over, as the heads.</param>
/// <param name="projection">h → z.</param>
/// <param name="predictor">z → the other view's z.</param>
/// <param name="momentum">Of the momentum encoder at the beginning, 0 … 1.</param>
public sealed class Byol(Backbone backbone, MlpHead projection, MlpHead predictor, double momentum)
    : MomentumPrediction(nameof(Byol), backbone, projection, predictor, momentum)
{
    /// <inheritdoc />
    protected override Tensor LossOfOneDirection(Tensor predictions, Tensor projections) => NormalisedRegression.Loss(predictions, projections);
}
