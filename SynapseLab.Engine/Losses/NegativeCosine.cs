using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Losses;

/// <summary>
/// Negative cosine with a stopped gradient (Chen and He 2021, SimSiam, https://arxiv.org/abs/2011.10566 eq. 1 and 3): −1 where a
/// prediction points as its target. That nothing flows back through the target is what keeps the outputs from becoming constant.
/// </summary>
public static class NegativeCosine
{
    /// <summary>The mean over N rows, a scalar in full precision.</summary>
    /// <param name="predictions">(N, o), N ≥ 1.</param>
    /// <param name="targets">(N, o); no gradient reaches it.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor Loss(Tensor predictions, Tensor targets)
    {
        FullPrecision.RequirePair(predictions, targets, nameof(targets));
        using var scope = NewDisposeScope();
        using var fullPrecision = FullPrecision.Enter(predictions);
        var cosine = (FullPrecision.UnitRows(predictions) * FullPrecision.UnitRows(targets.detach())).sum(1); // (N)
        return (-cosine.mean()).MoveToOuterDisposeScope();
    }
}
