namespace SynapseLab.Engine.Evaluation;

/// <summary>The power of the distances in the Hopkins statistic.</summary>
public enum HopkinsExponent
{
    /// <summary>e = 1, the seed's.</summary>
    One,

    /// <summary>e = the number of dimensions, after PCA: the textbook's, with a known distribution.</summary>
    Dimension,
}

/// <summary>Hopkins statistics of several repeats, each 0 … 1.</summary>
/// <param name="Mean">Mean over repeats.</param>
/// <param name="StandardDeviation">Standard deviation over repeats (n − 1).</param>
/// <param name="Low">2.5 % quantile over repeats.</param>
/// <param name="High">97.5 % quantile over repeats.</param>
/// <param name="SampleSize">m, uniform points and rows in a repeat.</param>
/// <param name="Power">The exponent e.</param>
/// <param name="Values">One value a repeat.</param>
public sealed record HopkinsResult(
    double Mean, double StandardDeviation, double Low, double High, int SampleSize, int Power, IReadOnlyList<double> Values)
{
    internal static HopkinsResult From(double[] values, int sampleSize, int power) => new(
        SampleStatistics.Mean(values),
        SampleStatistics.StandardDeviation(values),
        SampleStatistics.Quantile(values, 0.025),
        SampleStatistics.Quantile(values, 0.975),
        sampleSize,
        power,
        values);
}
