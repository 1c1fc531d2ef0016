namespace SynapseLab.Engine.Training;

/// <summary>Shifts and scales values to mean 0 and standard deviation 1 (domain §4: population, ε 1e-6).</summary>
internal static class ZScore
{
    private const double Epsilon = 1e-6;

    /// <summary>In place; equal values become 0. Answers what was taken off, and what the rest was multiplied with.</summary>
    internal static (double Mean, double Factor) Apply(Span<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        double mean = sum / values.Length;
        double squares = 0;
        foreach (float value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        double factor = 1 / (Math.Sqrt(squares / values.Length) + Epsilon);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)((values[i] - mean) * factor);
        }

        return (mean, factor);
    }
}
