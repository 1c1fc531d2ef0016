using SynapseLab.Engine.Losses;
using SynapseLab.Engine.Models;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods.VicReg;

/// <summary>
/// VICReg (Bardes, Ponce and LeCun 2022, https://arxiv.org/abs/2105.04906): both views of a cube agree while features vary over
/// the batch and do not repeat each other. Keys backbone.…, projection.layers.….
/// </summary>
public sealed class VicReg : ProjectionMethod
{
    private readonly double _invariance;
    private readonly double _variance;
    private readonly double _covariance;

    /// <summary>Takes both networks over.</summary>
    /// <param name="backbone">Cubes → h.</param>
    /// <param name="projection">h → z, the paper's expander.</param>
    /// <param name="invariance">Weight of agreement.</param>
    /// <param name="variance">Weight of variance.</param>
    /// <param name="covariance">Weight of covariance.</param>
    public VicReg(Backbone backbone, MlpHead projection, double invariance, double variance, double covariance)
        : base(nameof(VicReg), backbone, projection)
    {
        (_invariance, _variance, _covariance) = (invariance, variance, covariance);
    }

    /// <inheritdoc />
    public override Tensor Loss(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> targets)
    {
        var halves = outputs[0].chunk(2); // 2 × (N, o)
        return VarianceInvarianceCovariance.Loss(halves[0], halves[1], _invariance, _variance, _covariance);
    }
}
