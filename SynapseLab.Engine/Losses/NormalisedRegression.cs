using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Losses;

/// <summary>
/// Squared distance of unit vectors (Grill et al. 2020, BYOL, https://arxiv.org/abs/2006.07733 eq. 2): ‖p̄ − z̄‖² = 2 − 2·cosine,
/// from 0 where they point the same way to 4 where they are opposite.
/// </summary>
public static class NormalisedRegression
{
    /// <summary>The mean over N rows, a scalar in full precision.</summary>
    /// <param name="predictions">(N, o), N ≥ 1.</param>
    /// <param name="targets">(N, o); gradients reach it unless it has none.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor Loss(Tensor predictions, Tensor targets)
    {
        FullPrecision.RequirePair(predictions, targets, nameof(targets));
        using var scope = NewDisposeScope();
        using var fullPrecision = FullPrecision.Enter(predictions);
        var cosine = (FullPrecision.UnitRows(predictions) * FullPrecision.UnitRows(targets)).sum(1); // (N)
        return (2 - (2 * cosine.mean())).MoveToOuterDisposeScope();
    }
}
