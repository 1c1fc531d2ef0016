using System.Globalization;

namespace SynapseLab.Web.Components.Text;

/// <summary>Numbers as the pages write them.</summary>
public static class Quantity
{
    private static readonly string[] s_byteUnits = ["B", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>Bytes with binary units, e.g. "1.9 GiB".</summary>
    public static string Bytes(long bytes)
    {
        double value = bytes;
        int unit = 0;
        for (; Math.Abs(value) >= 1024 && unit < s_byteUnits.Length - 1; unit++)
        {
            value /= 1024;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value.ToString(unit == 0 || value >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture)} {s_byteUnits[unit]}");
    }

    /// <summary>A duration in its two largest units, e.g. "1 h 12 min", "34 s".</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => "under 1 s",
        { TotalMinutes: < 1 } => $"{time.Seconds} s",
        { TotalHours: < 1 } => $"{time.Minutes} min {time.Seconds} s",
        { TotalDays: < 1 } => $"{time.Hours} h {time.Minutes} min",
        _ => $"{(int)time.TotalDays} d {time.Hours} h",
    };

    /// <summary>A count with thin groups, e.g. "33 166 272" with narrow no-break spaces.</summary>
    public static string Count(long count) => count.ToString("#,0", s_grouped);

    /// <summary>A number in four significant digits, small ones with their power of ten: "21.91", "0.00025", "2e-6".</summary>
    public static string Number(double value) => value.ToString(value != 0 && Math.Abs(value) < 1e-4 ? "0.###e0" : "G4", CultureInfo.InvariantCulture);

    /// <summary>How long ago, e.g. "5 min ago"; the exact time belongs into the title.</summary>
    public static string Ago(DateTimeOffset time, DateTimeOffset now)
    {
        TimeSpan age = now - time;
        return age switch
        {
            { TotalSeconds: < 60 } => "just now",
            { TotalHours: < 1 } => $"{(int)age.TotalMinutes} min ago",
            { TotalDays: < 1 } => $"{(int)age.TotalHours} h ago",
            { TotalDays: < 30 } => $"{(int)age.TotalDays} d ago",
            _ => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    private static readonly NumberFormatInfo s_grouped = new() { NumberGroupSeparator = "\u202f", NegativeSign = "\u2212" };
}
