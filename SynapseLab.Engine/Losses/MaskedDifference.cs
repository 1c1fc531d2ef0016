using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Losses;

/// <summary>Mean absolute difference where voxels were hidden (Xie et al. 2022, SimMIM, https://arxiv.org/abs/2111.09886 §3.4).</summary>
public static class MaskedDifference
{
    /// <summary>
    /// One value a cube, (N) in full precision: each cube weighs the same, however many of its voxels are
    /// hidden, so that a batch may be cut anywhere.
    /// </summary>
    /// <param name="prediction">(N, 1, D, H, W).</param>
    /// <param name="target">(N, 1, D, H, W).</param>
    /// <param name="mask">(N, 1, D, H, W), 1 where hidden, else 0; a cube with nothing hidden gets 0.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor PerCube(Tensor prediction, Tensor target, Tensor mask)
    {
        if (!prediction.shape.SequenceEqual(target.shape) || !prediction.shape.SequenceEqual(mask.shape))
        {
            throw new ArgumentException(
                $"Expected prediction, target and mask of one shape (N, 1, D, H, W), got ({string.Join(", ", prediction.shape)}), ({string.Join(", ", target.shape)}) and ({string.Join(", ", mask.shape)}).", nameof(prediction));
        }

        using var scope = NewDisposeScope();
        using var fullPrecision = FullPrecision.Enter(prediction);
        var hidden = FullPrecision.Of(mask);
        var difference = (FullPrecision.Of(prediction) - FullPrecision.Of(target)).abs() * hidden;
        return (difference.flatten(1).sum(1) / hidden.flatten(1).sum(1).clamp(1)).MoveToOuterDisposeScope(); // (N)
    }
}
