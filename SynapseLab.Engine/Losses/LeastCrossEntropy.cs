namespace SynapseLab.Engine.Losses;

/// <summary>
/// How low a contrastive loss can go at a temperature. With the positive at cosine 1 and m negatives whose cosines have the mean c, the loss is least where
/// all negatives are at c (Jensen's inequality): ln(1 + m·exp((c − 1)/T)).
/// </summary>
internal static class LeastCrossEntropy
{
    /// <summary>The loss of one row.</summary>
    /// <param name="negatives">m ≥ 1.</param>
    /// <param name="meanCosine">c, −1 … 1.</param>
    /// <param name="temperature">T &gt; 0.</param>
    internal static double Of(int negatives, double meanCosine, double temperature) =>
        Math.Log(1 + (negatives * Math.Exp((meanCosine - 1) / temperature)));

    /// <summary>The least mean cosine that N different directions have among themselves, that of a regular simplex: −1/(N − 1).</summary>
    internal static double SimplexCosine(int count) => -1.0 / (count - 1);
}
