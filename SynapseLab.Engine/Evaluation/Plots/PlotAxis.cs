using System.Globalization;

namespace SynapseLab.Engine.Evaluation.Plots;

/// <summary>One axis: its label with unit, and the range of values that it covers.</summary>
/// <param name="Label">Label, unit included.</param>
/// <param name="Low">Value at the low end.</param>
/// <param name="High">Value at the high end; above <paramref name="Low"/>.</param>
/// <param name="ShowTicks">False where the values carry no meaning, as in a UMAP picture.</param>
public sealed record PlotAxis(string Label, double Low, double High, bool ShowTicks = true)
{
    private const int TickGoal = 6;

    /// <summary>An axis that holds all values with a margin of 4 % on both sides; equal values get a range of 1 around them.</summary>
    public static PlotAxis Around(string label, IEnumerable<double> values, bool showTicks = true)
    {
        double[] all = [.. values];
        double low = all.Min(), high = all.Max();
        double margin = high > low ? 0.04 * (high - low) : 0.5;
        return new PlotAxis(label, low - margin, high + margin, showTicks);
    }

    /// <summary>Where a value lies, 0 … 1.</summary>
    internal double Fraction(double value) => (value - Low) / (High - Low);

    /// <summary>Round values (1, 2 or 5 times a power of ten apart) with their texts.</summary>
    internal IEnumerable<(double Value, string Text)> Ticks()
    {
        double raw = (High - Low) / TickGoal;
        double power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double step = power * (raw / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        for (long i = (long)Math.Ceiling((Low / step) - 1e-9); i * step <= High + (1e-9 * step); i++)
        {
            yield return (i * step, (i * step).ToString("F" + decimals, CultureInfo.InvariantCulture).Replace('-', '−'));
        }
    }
}
