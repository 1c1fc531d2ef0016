using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Losses;

/// <summary>
/// Normalised temperature-scaled cross entropy (NT-Xent), Chen et al. 2020, https://arxiv.org/abs/2002.05709 eq. 1: each of the
/// 2N projections must find its positive among the 2N − 1 others.
/// </summary>
public static class NtXent
{
    /// <summary>The mean loss over 2N projections, a scalar; product, log-sum-exp and mean are in full precision.</summary>
    /// <param name="view1">(N, o), N ≥ 1; row i and row i of <paramref name="view2"/> are a positive pair.</param>
    /// <param name="view2">(N, o).</param>
    /// <param name="temperature">T &gt; 0.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor Loss(Tensor view1, Tensor view2, double temperature)
    {
        FullPrecision.RequirePair(view1, view2, nameof(view2));
        long n = view1.shape[0];
        using var scope = NewDisposeScope();
        using var fullPrecision = FullPrecision.Enter(view1);
        var z = FullPrecision.UnitRows(cat([view1, view2])); // (2N, o), unit length
        var similarity = z.matmul(z.t()) / temperature; // (2N, 2N)
        var positive = similarity.diagonal(n); // (N), cosine of each positive pair over T
        var self = eye(2 * n, dtype: ScalarType.Bool, device: z.device); // a view is no negative of itself
        var others = similarity.masked_fill(self, double.NegativeInfinity).logsumexp(1); // (2N)
        return (others.mean() - positive.mean()).MoveToOuterDisposeScope();
    }

    /// <summary>The loss when all projections are alike, log(2N − 1): what a network that tells nothing apart gets.</summary>
    public static double AtChance(int batchSize) => Math.Log((2.0 * batchSize) - 1);

    /// <summary>The least loss that any projections reach: positives alike, all others at the least mean cosine of N cubes.</summary>
    /// <param name="batchSize">N ≥ 2.</param>
    /// <param name="temperature">T &gt; 0.</param>
    public static double Least(int batchSize, double temperature) =>
        LeastCrossEntropy.Of(2 * (batchSize - 1), LeastCrossEntropy.SimplexCosine(batchSize), temperature);
}
