using System.Globalization;

namespace SynapseLab.Web.Components.Text;

/// <summary>
/// A whole number that a page's address carries. An address is typed and pasted by people: what is no number counts as not
/// there, where a parameter of a number's type would fail the page.
/// </summary>
public static class AddressNumber
{
    /// <summary>The number, 0 or larger; null when <paramref name="text"/> is none or too large.</summary>
    public static int? Of(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
