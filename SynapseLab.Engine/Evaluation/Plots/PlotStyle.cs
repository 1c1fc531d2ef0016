namespace SynapseLab.Engine.Evaluation.Plots;

/// <summary>
/// Colours and marks. Categories take Okabe and Ito's colour-blind safe set (2008) without black, which a dark page swallows; after seven
/// colours the shape changes, after four shapes (28 categories) the rest is grey.
/// </summary>
public static class PlotStyle
{
    /// <summary>Categories that can be told apart.</summary>
    public const int DistinctCategoryCount = 28;

    /// <summary>Style sheet of a plot; travels inside each SVG, so that a downloaded one looks the same.</summary>
    internal const string Css = """
        .sl-plot{--ink:#1d2024;--faint:#565c64;--paper:#ffffff;--grid:#e4e6e9;--rest:#8a9099;background:var(--paper);font:13px system-ui,"Liberation Sans",sans-serif}
        @media(prefers-color-scheme:dark){.sl-plot{--ink:#eceef0;--faint:#adb3bb;--paper:#17191c;--grid:#30343a;--rest:#8a9099}}
        .sl-plot text{fill:var(--ink)}.sl-plot .tick{fill:var(--faint);font-size:12px}.sl-plot .title{font-size:15px;font-weight:600}
        .sl-plot .grid{stroke:var(--grid);stroke-width:1}.sl-plot .frame{stroke:var(--faint);stroke-width:1;fill:none}
        .sl-plot .mark{stroke:var(--ink);stroke-width:.6;stroke-opacity:.75;fill-opacity:.9}
        .sl-plot .line{fill:none;stroke-width:2.2;stroke-linejoin:round}.sl-plot .band{fill-opacity:.28;stroke:none}
        .sl-plot .bar{stroke:var(--ink);stroke-width:.6;stroke-opacity:.75;fill-opacity:.65}.sl-plot .rule{stroke:var(--ink);stroke-width:1.4;stroke-dasharray:5 4}
        """;

    private static readonly string[] s_colours = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442"];

    /// <summary>Colour of a category as CSS; grey from <see cref="DistinctCategoryCount"/> on.</summary>
    public static string Colour(int category) =>
        category < DistinctCategoryCount ? s_colours[category % s_colours.Length] : "var(--rest)";

    /// <summary>A mark at pixel (x, y), as an SVG element whose <c>title</c> child is <paramref name="label"/>.</summary>
    internal static string Mark(int category, double x, double y, double radius, string label)
    {
        string style = $"class=\"mark\" fill=\"{Colour(category)}\"";
        double r = radius;
        string shape = (category < DistinctCategoryCount ? category / s_colours.Length : 0) switch
        {
            1 => $"rect x=\"{SvgText.Pixel(x - (0.9 * r))}\" y=\"{SvgText.Pixel(y - (0.9 * r))}\" width=\"{SvgText.Pixel(1.8 * r)}\" height=\"{SvgText.Pixel(1.8 * r)}\"",
            2 => $"path d=\"M{SvgText.Point(x, y - (1.2 * r))}L{SvgText.Point(x + (1.1 * r), y + (0.8 * r))}L{SvgText.Point(x - (1.1 * r), y + (0.8 * r))}Z\"",
            3 => $"path d=\"M{SvgText.Point(x, y - (1.3 * r))}L{SvgText.Point(x + (1.3 * r), y)}L{SvgText.Point(x, y + (1.3 * r))}L{SvgText.Point(x - (1.3 * r), y)}Z\"",
            _ => $"circle cx=\"{SvgText.Pixel(x)}\" cy=\"{SvgText.Pixel(y)}\" r=\"{SvgText.Pixel(r)}\"",
        };
        string element = shape[..shape.IndexOf(' ', StringComparison.Ordinal)];
        return label.Length == 0 ? $"<{shape} {style}/>" : $"<{shape} {style}><title>{SvgText.Escape(label)}</title></{element}>";
    }
}
