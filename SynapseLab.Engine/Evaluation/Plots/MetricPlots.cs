using System.Globalization;

namespace SynapseLab.Engine.Evaluation.Plots;

/// <summary>Plots of an evaluation's figures, each beside its matched null.</summary>
public static class MetricPlots
{
    private const int HistogramBins = 40;
    private const int Ours = 0, Null = 1; // categories

    /// <summary>Silhouette over k with the range of the null; null where n is too small for one.</summary>
    public static string? SilhouetteCurve(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        IReadOnlyList<SilhouetteFigure> curve = report.SilhouetteCurve;
        if (curve.Count == 0)
        {
            return null;
        }
        IEnumerable<double> scores = curve.SelectMany(p => new[] { p.Low, p.High, p.Null.Low, p.Null.High, 0 });
        SvgPlot plot = new($"Silhouette score over k (n = {report.Embeddings.Count})",
            PlotAxis.Around("number of clusters k", curve.Select(p => (double)p.ClusterCount)), PlotAxis.Around("silhouette score (−1 … 1)", scores));
        plot.AddBand(Points(curve, p => p.Null.Low), Points(curve, p => p.Null.High), Null);
        plot.AddLine(Points(curve, p => p.Null.Mean), Null);
        plot.AddBand(Points(curve, p => p.Low), Points(curve, p => p.High), Ours);
        plot.AddLine(Points(curve, p => p.Score), Ours);
        foreach (SilhouetteFigure point in curve)
        {
            plot.AddMark(point.ClusterCount, point.Score, Ours, $"k = {point.ClusterCount}: {Number(point.Score)}");
        }
        plot.AddLegend(Ours, "embeddings, 95 %");
        plot.AddLegend(Null, $"null, {report.NullDrawCount} draws");
        return plot.ToSvg();
    }

    /// <summary>Hopkins statistics of the repeats, as fractions of all repeats; null for a single row.</summary>
    public static string? HopkinsHistogram(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Hopkins is not HopkinsResult hopkins)
        {
            return null;
        }
        IReadOnlyList<double> noneValues = report.NullHopkins?.Values ?? [];
        PlotAxis range = PlotAxis.Around("Hopkins statistic (0 … 1)", hopkins.Values.Concat(noneValues).Append(0.5));
        double[] ours = Fractions(hopkins.Values, range), none = Fractions(noneValues, range);
        SvgPlot plot = new($"Hopkins statistic (m = {hopkins.SampleSize}, exponent 1)", range, new PlotAxis("fraction of repeats", 0, 1.08 * ours.Concat(none).Max()));
        AddBars(plot, none, range, Null, "null");
        AddBars(plot, ours, range, Ours, "embeddings");
        plot.AddRule(0.5);
        plot.AddLegend(Ours, $"embeddings, {hopkins.Values.Count}");
        if (noneValues.Count > 0)
        {
            plot.AddLegend(Null, $"null, {noneValues.Count}");
        }
        plot.AddRuleLegend("uniform: 0.5");
        return plot.ToSvg();
    }

    /// <summary>Share of the variance along each principal component.</summary>
    public static string PcaSpectrum(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        IReadOnlyList<double> fractions = report.ExplainedVarianceFraction;
        SvgPlot plot = new($"PCA spectrum (d = {report.Embeddings.Dimension})",
            new PlotAxis("principal component", 0.3, fractions.Count + 0.7), new PlotAxis("variance (%)", 0, Math.Max(1, 108 * fractions.Max())));
        for (int k = 0; k < fractions.Count; k++)
        {
            plot.AddBar(k + 0.6, k + 1.4, 100 * fractions[k], Ours, $"component {k + 1}: {Number(100 * fractions[k])} %");
        }
        return plot.ToSvg();
    }

    private static void AddBars(SvgPlot plot, double[] fractions, PlotAxis range, int category, string name)
    {
        for (int bin = 0; bin < fractions.Length; bin++)
        {
            if (fractions[bin] > 0)
            {
                double width = (range.High - range.Low) / HistogramBins;
                double from = range.Low + (bin * width), to = from + width;
                plot.AddBar(from, to, fractions[bin], category, $"{name}, {Number(from)} … {Number(to)}: {Number(fractions[bin])}");
            }
        }
    }

    private static double[] Fractions(IReadOnlyList<double> values, PlotAxis range)
    {
        double[] fractions = new double[HistogramBins];
        foreach (double value in values)
        {
            fractions[Math.Min(HistogramBins - 1, (int)(range.Fraction(value) * HistogramBins))] += 1.0 / values.Count;
        }
        return fractions;
    }

    private static (double X, double Y)[] Points(IReadOnlyList<SilhouetteFigure> curve, Func<SilhouetteFigure, double> value) =>
        [.. curve.Select(p => ((double)p.ClusterCount, value(p)))];

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
