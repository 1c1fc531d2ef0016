using System.Text;

namespace SynapseLab.Engine.Evaluation.Plots;

/// <summary>
/// A plot drawn as SVG: frame, axes and legend around what is added to it, in the order of adding. Needs no script and no font; light or dark
/// as the viewer prefers. Coordinates are data values.
/// </summary>
/// <param name="title">Title, also the accessible name.</param>
/// <param name="x">Horizontal axis.</param>
/// <param name="y">Vertical axis.</param>
public sealed class SvgPlot(string title, PlotAxis x, PlotAxis y)
{
    private const double Width = 560, Height = 420, Left = 68, Top = 40, Right = 16, Bottom = 54;
    private const double LegendColumnWidth = 150, LegendRowHeight = 19;
    private const int LegendRows = 18, LegendTextLength = 17;

    private readonly StringBuilder _body = new();
    private readonly List<(string Swatch, string Text)> _legend = [];

    private static double Bottommost => Height - Bottom;

    /// <summary>Adds a mark; <paramref name="label"/> shows on hover.</summary>
    public void AddMark(double atX, double atY, int category, string label) =>
        _body.AppendLine(PlotStyle.Mark(category, PixelX(atX), PixelY(atY), 3.6, label));

    /// <summary>Adds a line through points.</summary>
    public void AddLine(IReadOnlyList<(double X, double Y)> points, int category) =>
        _body.AppendLine($"<polyline class=\"line\" stroke=\"{PlotStyle.Colour(category)}\" points=\"{Path(points)}\"/>");

    /// <summary>Adds a filled band between two lines over the same x.</summary>
    public void AddBand(IReadOnlyList<(double X, double Y)> low, IReadOnlyList<(double X, double Y)> high, int category) =>
        _body.AppendLine($"<polygon class=\"band\" fill=\"{PlotStyle.Colour(category)}\" points=\"{Path([.. low, .. high.Reverse()])}\"/>");

    /// <summary>Adds a bar from y = 0.</summary>
    public void AddBar(double fromX, double toX, double height, int category, string label)
    {
        double left = PixelX(fromX), top = PixelY(height);
        _body.AppendLine($"<rect class=\"bar\" fill=\"{PlotStyle.Colour(category)}\" x=\"{SvgText.Pixel(left)}\" y=\"{SvgText.Pixel(top)}\" "
            + $"width=\"{SvgText.Pixel(PixelX(toX) - left)}\" height=\"{SvgText.Pixel(PixelY(0) - top)}\"><title>{SvgText.Escape(label)}</title></rect>");
    }

    /// <summary>Adds a dashed vertical line over the whole height.</summary>
    public void AddRule(double atX) => _body.AppendLine(Line("rule", PixelX(atX), Top, PixelX(atX), Bottommost));

    /// <summary>Adds a legend row with the mark of a category.</summary>
    public void AddLegend(int category, string text) => _legend.Add((PlotStyle.Mark(category, 7, -4, 5, ""), text));

    /// <summary>Adds a legend row with a dashed line.</summary>
    public void AddRuleLegend(string text) => _legend.Add((Line("rule", 0, -4, 15, -4), text));

    /// <summary>The whole plot as one SVG element that stands alone as a file.</summary>
    public string ToSvg()
    {
        int columns = (_legend.Count + LegendRows - 1) / LegendRows;
        double width = Width + (columns * LegendColumnWidth);
        string name = SvgText.Escape(title);
        StringBuilder svg = new();
        svg.AppendLine($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sl-plot\" role=\"img\" aria-label=\"{name}\" viewBox=\"0 0 {width} {Height}\" width=\"{width}\" height=\"{Height}\">");
        svg.AppendLine($"<style>{PlotStyle.Css}</style>");
        svg.AppendLine($"<rect width=\"{width}\" height=\"{Height}\" fill=\"var(--paper)\"/><text class=\"title\" x=\"{Left}\" y=\"24\">{name}</text>");
        AppendAxes(svg);
        svg.Append(_body);
        for (int i = 0; i < _legend.Count; i++)
        {
            double left = Width + (i / LegendRows * LegendColumnWidth), top = Top + 14 + (i % LegendRows * LegendRowHeight);
            svg.AppendLine($"<g transform=\"translate({SvgText.Point(left, top)})\">{_legend[i].Swatch}"
                + $"<text x=\"20\">{SvgText.Escape(SvgText.Shorten(_legend[i].Text, LegendTextLength))}</text></g>");
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static string Line(string style, double x1, double y1, double x2, double y2) =>
        $"<line class=\"{style}\" x1=\"{SvgText.Pixel(x1)}\" y1=\"{SvgText.Pixel(y1)}\" x2=\"{SvgText.Pixel(x2)}\" y2=\"{SvgText.Pixel(y2)}\"/>";

    private void AppendAxes(StringBuilder svg)
    {
        foreach ((double value, string text) in x.ShowTicks ? x.Ticks() : [])
        {
            svg.AppendLine(Line("grid", PixelX(value), Top, PixelX(value), Bottommost));
            svg.AppendLine($"<text class=\"tick\" text-anchor=\"middle\" x=\"{SvgText.Pixel(PixelX(value))}\" y=\"{Bottommost + 18}\">{text}</text>");
        }
        foreach ((double value, string text) in y.ShowTicks ? y.Ticks() : [])
        {
            svg.AppendLine(Line("grid", Left, PixelY(value), Width - Right, PixelY(value)));
            svg.AppendLine($"<text class=\"tick\" text-anchor=\"end\" x=\"{Left - 7}\" y=\"{SvgText.Pixel(PixelY(value) + 4)}\">{text}</text>");
        }
        double middleX = (Left + Width - Right) / 2, middleY = (Top + Bottommost) / 2;
        svg.AppendLine($"<rect class=\"frame\" x=\"{Left}\" y=\"{Top}\" width=\"{Width - Right - Left}\" height=\"{Bottommost - Top}\"/>");
        svg.AppendLine($"<text text-anchor=\"middle\" x=\"{middleX}\" y=\"{Bottommost + (x.ShowTicks ? 40 : 22)}\">{SvgText.Escape(x.Label)}</text>");
        svg.AppendLine($"<text text-anchor=\"middle\" transform=\"translate({(y.ShowTicks ? 18 : Left - 12)} {middleY}) rotate(-90)\">{SvgText.Escape(y.Label)}</text>");
    }

    private string Path(IReadOnlyList<(double X, double Y)> points) =>
        string.Join(' ', points.Select(p => $"{SvgText.Pixel(PixelX(p.X))},{SvgText.Pixel(PixelY(p.Y))}"));

    private double PixelX(double value) => Left + (x.Fraction(value) * (Width - Right - Left));

    private double PixelY(double value) => Bottommost - (y.Fraction(value) * (Bottommost - Top));
}
