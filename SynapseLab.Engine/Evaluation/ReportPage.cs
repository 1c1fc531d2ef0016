using System.Globalization;
using System.Text;
using SynapseLab.Engine.Evaluation.Plots;

namespace SynapseLab.Engine.Evaluation;

/// <summary>report.html: figures and plots in one file, without script or anything from elsewhere.</summary>
public static class ReportPage
{
    private const string Css = """
        :root{color-scheme:light dark;--ink:#1d2024;--faint:#565c64;--paper:#ffffff;--grid:#d5d9de}
        @media(prefers-color-scheme:dark){:root{--ink:#eceef0;--faint:#adb3bb;--paper:#17191c;--grid:#3b4047}}
        body{margin:0 auto;padding:24px 32px 48px;max-width:1520px;font:15px/1.5 system-ui,"Liberation Sans",sans-serif;color:var(--ink);background:var(--paper)}
        h1{font-size:24px;margin:0}p{max-width:90ch}.faint{color:var(--faint);margin-top:4px}
        table{border-collapse:collapse;margin:12px 0}th,td{padding:5px 16px 5px 0;border-bottom:1px solid var(--grid);text-align:left}
        td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}thead th{font-weight:600}tbody th{font-weight:400}
        .plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(560px,100%),1fr));gap:24px}figure{margin:0}
        figure svg{max-width:100%;height:auto}figcaption{color:var(--faint);max-width:70ch}summary{cursor:pointer;padding:8px 0}
        """;

    /// <summary>The file's text.</summary>
    public static string Format(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        EmbeddingMatrix x = report.Embeddings;
        int boxes = report.Points.Select(p => p.BoundingBox).Distinct().Count();
        StringBuilder page = new();
        page.AppendLine("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        page.AppendLine($"<title>Embeddings of {x.Count} synapses</title><style>{Css}</style></head><body>");
        page.AppendLine($"<h1>Embeddings of {x.Count} synapses</h1>");
        page.AppendLine($"<p class=\"faint\">{x.Dimension} dimensions · {Plural.Counted(boxes, "bounding box", "bounding boxes")} · seed {report.Seed}</p>");
        AppendFigures(page, report);
        page.AppendLine("<p>The matched null is one Gaussian with the embeddings' n, mean and covariance, but no clusters: a figure speaks for clusters only as far as it exceeds it.</p>");
        page.AppendLine("<div class=\"plots\">");
        AppendPlot(page, EmbeddingScatter.ByCluster(report), ClusterCaption(report));
        AppendPlot(page, EmbeddingScatter.ByBoundingBox(report), "Bounding boxes that lie apart here point to differences of staining or imaging, not of synapses.");
        AppendPlot(page, MetricPlots.SilhouetteCurve(report), "Bands: 95 % interval over synapses; least to greatest over draws of the null.");
        AppendPlot(page, MetricPlots.HopkinsHistogram(report), "Each repeat draws fresh uniform points and synapses.");
        AppendPlot(page, MetricPlots.PcaSpectrum(report), $"The first {report.ExplainedVarianceFraction.Count} components hold {Number(100 * report.ExplainedVarianceFraction.Sum(), 1)} % of the variance.");
        page.AppendLine("</div>");
        AppendCurveTable(page, report);
        return page.Append("</body></html>\n").ToString();
    }

    private static void AppendFigures(StringBuilder page, EvaluationReport report)
    {
        page.AppendLine("<table><thead><tr><th>Figure<th>Setting<th class=\"number\">Value<th class=\"number\">95 % interval<th class=\"number\">Matched null (range)</thead><tbody>");
        if (report.Silhouette is SilhouetteFigure headline)
        {
            AppendFigure(page, "Silhouette score", $"k = {headline.ClusterCount}, n = {report.Embeddings.Count}", headline);
            AppendFigure(page, "Silhouette score, best of the curve", $"k = {report.SilhouetteCurve.MaxBy(p => p.Score)!.ClusterCount}, n = {report.Embeddings.Count}", report.SilhouetteCurve.MaxBy(p => p.Score)!);
        }
        if (report.Hopkins is HopkinsResult hopkins)
        {
            AppendRow(page, "Hopkins statistic", $"m = {hopkins.SampleSize}, exponent 1, sd {Number(hopkins.StandardDeviation, 3)}", Number(hopkins.Mean, 3),
                Interval(hopkins.Low, hopkins.High), report.NullHopkins is null ? "–" : $"{Number(report.NullHopkins.Mean, 3)} ({Interval(report.NullHopkins.Low, report.NullHopkins.High)})");
        }
        if (report.HopkinsTextbook is HopkinsResult textbook)
        {
            AppendRow(page, "Hopkins statistic, textbook", $"m = {textbook.SampleSize}, exponent {textbook.Power}, sd {Number(textbook.StandardDeviation, 3)}", Number(textbook.Mean, 3),
                Interval(textbook.Low, textbook.High), "0.5 if uniform");
        }
        if (report.UmapTrustworthiness is double trust)
        {
            AppendRow(page, "Trustworthiness of the UMAP picture", $"{Math.Min(15, (report.Embeddings.Count - 1) / 2)} neighbours", Number(trust, 3), "–", "–");
        }
        page.AppendLine("</tbody></table>");
    }

    private static void AppendFigure(StringBuilder page, string name, string setting, SilhouetteFigure figure) =>
        AppendRow(page, name, setting, Number(figure.Score, 3), Interval(figure.Low, figure.High),
            $"{Number(figure.Null.Mean, 3)} ({Interval(figure.Null.Low, figure.Null.High)})");

    private static void AppendCurveTable(StringBuilder page, EvaluationReport report)
    {
        if (report.SilhouetteCurve.Count == 0)
        {
            page.AppendLine("<p>A silhouette needs at least 3 synapses.</p>");
            return;
        }
        page.AppendLine("<details><summary>The silhouette curve as a table</summary>");
        page.AppendLine("<table><thead><tr><th>Figure<th>Setting<th class=\"number\">Value<th class=\"number\">95 % interval<th class=\"number\">Matched null (range)</thead><tbody>");
        foreach (SilhouetteFigure point in report.SilhouetteCurve)
        {
            AppendFigure(page, "Silhouette score", $"k = {point.ClusterCount}", point);
        }
        page.AppendLine("</tbody></table></details>");
    }

    private static void AppendRow(StringBuilder page, string name, string setting, string value, string interval, string none) =>
        page.AppendLine($"<tr><th scope=\"row\">{name}<td>{setting}<td class=\"number\">{value}<td class=\"number\">{interval}<td class=\"number\">{none}");

    private static void AppendPlot(StringBuilder page, string? svg, string caption)
    {
        if (svg is not null)
        {
            page.AppendLine($"<figure>{svg}<figcaption>{caption}</figcaption></figure>");
        }
    }

    private static string ClusterCaption(EvaluationReport report) =>
        $"k-means with {report.ClusterCount} clusters on all {report.Embeddings.Dimension} dimensions. Distances between islands of the picture have no meaning.";

    private static string Interval(double low, double high) => $"{Number(low, 3)} … {Number(high, 3)}";

    private static string Number(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture).Replace('-', '−');
}
