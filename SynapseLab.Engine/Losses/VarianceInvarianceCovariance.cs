using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Losses;

/// <summary>
/// Variance, invariance, covariance (Bardes, Ponce and LeCun 2022, VICReg, https://arxiv.org/abs/2105.04906 eq. 1–6): both views
/// of a cube agree, every feature varies by at least 1 over the batch, and features do not repeat each other.
/// </summary>
public static class VarianceInvarianceCovariance
{
    // The paper's ε: keeps the gradient of the root finite where a feature is constant.
    private const double Epsilon = 1e-4;

    /// <summary>The weighted sum of the three terms, a scalar in full precision; outputs are not normalised.</summary>
    /// <param name="view1">(N, o), N ≥ 2; row i and row i of <paramref name="view2"/> are of one cube.</param>
    /// <param name="view2">(N, o).</param>
    /// <param name="invariance">λ, weight of the mean squared difference.</param>
    /// <param name="variance">μ, weight of the hinge on standard deviations, averaged over the views as in the authors' code.</param>
    /// <param name="covariance">ν, weight of the squared covariances, summed over the views.</param>
    /// <exception cref="ArgumentException">The shapes differ, or N is 1.</exception>
    public static Tensor Loss(Tensor view1, Tensor view2, double invariance, double variance, double covariance)
    {
        FullPrecision.RequirePair(view1, view2, nameof(view2));
        if (view1.shape[0] < 2)
        {
            throw new ArgumentException("Expected at least 2 rows: one has no variance.", nameof(view1));
        }

        using var scope = NewDisposeScope();
        using var fullPrecision = FullPrecision.Enter(view1);
        var (a, b) = (FullPrecision.Of(view1), FullPrecision.Of(view2));
        var agreement = nn.functional.mse_loss(a, b);
        var hinge = (Hinge(a) + Hinge(b)) / 2;
        var redundancy = Redundancy(a) + Redundancy(b);
        return ((invariance * agreement) + (variance * hinge) + (covariance * redundancy)).MoveToOuterDisposeScope();
    }

    /// <summary>Mean over features of max(0, 1 − standard deviation): (N, o) → scalar.</summary>
    private static Tensor Hinge(Tensor z) => (1 - (z.var(0) + Epsilon).sqrt()).relu().mean();

    /// <summary>Sum of squared covariances of different features, over o: (N, o) → scalar.</summary>
    private static Tensor Redundancy(Tensor z)
    {
        var centred = z - z.mean([0], keepdim: true); // (N, o)
        var covariance = centred.t().matmul(centred) / (z.shape[0] - 1); // (o, o)
        return (covariance.square().sum() - covariance.diagonal().square().sum()) / z.shape[1];
    }
}
