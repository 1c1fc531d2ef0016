using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Losses;

/// <summary>
/// InfoNCE over a batch (Chen, Xie and He 2021, MoCo v3, https://arxiv.org/abs/2104.02057 algorithm 1): each query must find its
/// own key among the batch's N keys. The factor 2T keeps the size of gradients when the temperature changes.
/// </summary>
public static class InfoNceOverBatch
{
    /// <summary>2T times the mean loss over N queries, a scalar in full precision; all lengths are taken away first.</summary>
    /// <param name="queries">(N, o), N ≥ 1.</param>
    /// <param name="keys">(N, o); row i is the positive of query i, all others are its negatives.</param>
    /// <param name="temperature">T &gt; 0.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor Loss(Tensor queries, Tensor keys, double temperature)
    {
        FullPrecision.RequirePair(queries, keys, nameof(keys));
        using var scope = NewDisposeScope();
        using var fullPrecision = FullPrecision.Enter(queries);
        var logits = FullPrecision.UnitRows(queries).matmul(FullPrecision.UnitRows(keys).t()) / temperature; // (N, N)
        var loss = logits.logsumexp(1).mean() - logits.diagonal().mean();
        return (2 * temperature * loss).MoveToOuterDisposeScope();
    }

    /// <summary>The loss when all keys are alike, 2T·log N.</summary>
    public static double AtChance(int batchSize, double temperature) => 2 * temperature * Math.Log(batchSize);

    /// <summary>The least loss that any queries and keys reach: each query at its key, the keys at the least mean cosine of N cubes.</summary>
    /// <param name="batchSize">N ≥ 2.</param>
    /// <param name="temperature">T &gt; 0.</param>
    public static double Least(int batchSize, double temperature) =>
        2 * temperature * LeastCrossEntropy.Of(batchSize - 1, LeastCrossEntropy.SimplexCosine(batchSize), temperature);
}
