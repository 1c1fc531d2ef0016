using System.Globalization;
using System.Text;

namespace SynapseLab.Engine.Evaluation.Plots;

/// <summary>Numbers and texts as SVG and HTML want them.</summary>
internal static class SvgText
{
    /// <summary>A pixel coordinate with two decimals and a point.</summary>
    public static string Pixel(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>The two coordinates of a point, as paths want them.</summary>
    public static string Point(double x, double y) => $"{Pixel(x)} {Pixel(y)}";

    /// <summary>Text for element content or a quoted attribute; characters that XML forbids are left out.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text)
        {
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                < ' ' or '\uFFFE' or '\uFFFF' => " ",
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }

    /// <summary>At most <paramref name="length"/> characters, the rest as an ellipsis.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
