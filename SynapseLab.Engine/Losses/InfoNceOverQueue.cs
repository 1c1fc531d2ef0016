using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Losses;

/// <summary>
/// InfoNCE with a queue (He et al. 2020, MoCo, https://arxiv.org/abs/1911.05722 eq. 1): each query must find its own key among the
/// keys of earlier batches.
/// </summary>
public static class InfoNceOverQueue
{
    /// <summary>The mean loss over N queries, a scalar in full precision; all lengths are taken away first.</summary>
    /// <param name="queries">(N, o), N ≥ 1.</param>
    /// <param name="keys">(N, o); row i is the positive of query i.</param>
    /// <param name="queue">(K, o), K ≥ 1: the negatives of every query.</param>
    /// <param name="temperature">T &gt; 0.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor Loss(Tensor queries, Tensor keys, Tensor queue, double temperature)
    {
        FullPrecision.RequirePair(queries, keys, nameof(keys));
        if (queue.dim() != 2 || queue.shape[1] != queries.shape[1])
        {
            throw new ArgumentException($"Expected a queue (K, {queries.shape[1]}), got ({string.Join(", ", queue.shape)}).", nameof(queue));
        }

        using var scope = NewDisposeScope();
        using var fullPrecision = FullPrecision.Enter(queries);
        var q = FullPrecision.UnitRows(queries); // (N, o)
        var positive = (q * FullPrecision.UnitRows(keys)).sum(1, keepdim: true); // (N, 1), cosines
        var negatives = q.matmul(FullPrecision.UnitRows(queue).t()); // (N, K)
        var logits = cat([positive, negatives], 1) / temperature; // (N, 1 + K)
        return (logits.logsumexp(1).mean() - (positive.mean() / temperature)).MoveToOuterDisposeScope();
    }

    /// <summary>The loss when all keys are alike, log(1 + K).</summary>
    public static double AtChance(int queueSize) => Math.Log(1.0 + queueSize);

    /// <summary>The least loss while keys of many cubes spread evenly: each query at its key, the queue at a mean cosine of 0.</summary>
    /// <param name="queueSize">K ≥ 1.</param>
    /// <param name="temperature">T &gt; 0.</param>
    public static double Least(int queueSize, double temperature) => LeastCrossEntropy.Of(queueSize, 0, temperature);
}
