namespace SynapseLab.Engine.Evaluation;

/// <summary>Mean, spread and quantiles of a small sample of repeats.</summary>
internal static class SampleStatistics
{
    /// <summary>Arithmetic mean; NaN of no value.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }
        return sum / values.Length;
    }

    /// <summary>Standard deviation with n − 1; 0 for a single value.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            return 0;
        }
        double mean = Mean(values), sum = 0;
        foreach (double value in values)
        {
            sum += (value - mean) * (value - mean);
        }
        return Math.Sqrt(sum / (values.Length - 1));
    }

    /// <summary>Quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).</summary>
    public static double Quantile(ReadOnlySpan<double> values, double fraction)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        double at = fraction * (sorted.Length - 1);
        int below = (int)at;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
