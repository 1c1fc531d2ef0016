using System.Globalization;

namespace SynapseLab.Web.Features.Embeddings.Scatter;

/// <summary>The colours of categories, equal to those of <c>Components/Colours/palette.ts</c>, which a test holds.</summary>
internal static class CategoryColour
{
    private const double GoldenAngle = 137.50776;

    // Okabe & Ito (2008), black replaced by grey so that it shows on both themes.
    private static readonly string[] s_okabeIto = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#8c8c8c"];
    private static readonly int[] s_lightness = [45, 62, 35];

    /// <summary>CSS colour of the 0-based category.</summary>
    internal static string Of(int category)
    {
        if (category < s_okabeIto.Length)
        {
            return s_okabeIto[category];
        }

        int turn = category - s_okabeIto.Length;
        double hue = ((turn * GoldenAngle) + 15) % 360;
        return string.Create(CultureInfo.InvariantCulture, $"hsl({hue:0.##} 60% {s_lightness[turn % 3]}%)");
    }
}
