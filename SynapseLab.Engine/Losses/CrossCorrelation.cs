using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Losses;

/// <summary>
/// Redundancy reduction (Zbontar et al. 2021, Barlow Twins, https://arxiv.org/abs/2103.03230 eq. 1–2): the correlation matrix
/// between the two views' features shall be the identity.
/// </summary>
public static class CrossCorrelation
{
    // That of batch normalisation, which the authors' code normalises with: a constant feature correlates with nothing.
    private const double Epsilon = 1e-5;

    /// <summary>Σᵢ (1 − cᵢᵢ)² + λ Σᵢ≠ⱼ cᵢⱼ², a scalar in full precision.</summary>
    /// <param name="view1">(N, o), N ≥ 2; row i and row i of <paramref name="view2"/> are of one cube.</param>
    /// <param name="view2">(N, o).</param>
    /// <param name="redundancy">λ ≥ 0, weight of what is off the diagonal.</param>
    /// <exception cref="ArgumentException">The shapes differ, or N is 1.</exception>
    public static Tensor Loss(Tensor view1, Tensor view2, double redundancy)
    {
        FullPrecision.RequirePair(view1, view2, nameof(view2));
        if (view1.shape[0] < 2)
        {
            throw new ArgumentException("Expected at least 2 rows: one correlates with nothing.", nameof(view1));
        }

        using var scope = NewDisposeScope();
        using var fullPrecision = FullPrecision.Enter(view1);
        var correlation = Standardise(view1).t().matmul(Standardise(view2)) / view1.shape[0]; // (o, o)
        var own = correlation.diagonal(); // (o)
        var others = correlation.square().sum() - own.square().sum();
        return ((1 - own).square().sum() + (redundancy * others)).MoveToOuterDisposeScope();
    }

    /// <summary>Each feature to mean 0 and variance 1 over the batch.</summary>
    private static Tensor Standardise(Tensor view)
    {
        var z = FullPrecision.Of(view);
        var centred = z - z.mean([0], keepdim: true); // (N, o)
        return centred / (centred.square().mean([0], keepdim: true) + Epsilon).sqrt();
    }
}
