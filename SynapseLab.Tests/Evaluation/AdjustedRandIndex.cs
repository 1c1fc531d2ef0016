namespace SynapseLab.Tests.Evaluation;

/// <summary>
/// Agreement of two labellings, corrected for chance (Hubert and Arabie 1985): 1 for the same partition, about 0 for independent ones, at least −0.5.
/// </summary>
internal static class AdjustedRandIndex
{
    /// <summary>Compares two labellings of the same rows; the labels' names do not matter.</summary>
    internal static double Compute(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        Dictionary<(int, int), long> both = [];
        Dictionary<int, long> left = [], right = [];
        for (int i = 0; i < first.Length; i++)
        {
            both[(first[i], second[i])] = both.GetValueOrDefault((first[i], second[i])) + 1;
            left[first[i]] = left.GetValueOrDefault(first[i]) + 1;
            right[second[i]] = right.GetValueOrDefault(second[i]) + 1;
        }
        double together = both.Values.Sum(Pairs), inLeft = left.Values.Sum(Pairs), inRight = right.Values.Sum(Pairs);
        double all = Pairs(first.Length);
        double expected = all > 0 ? inLeft * inRight / all : 0;
        double largest = (inLeft + inRight) / 2;
        return largest == expected ? 1 : (together - expected) / (largest - expected); // both trivial: the same partition
    }

    private static double Pairs(long count) => count * (count - 1) / 2.0;
}
