using System.Globalization;
using System.Text;

namespace SynapseLab.Engine.Evaluation;

/// <summary>embeddings.csv: one line a synapse, RFC 4180 (comma, CRLF, quotes doubled), UTF-8, numbers with a point.</summary>
public static class EmbeddingCsv
{
    private const string Header = "id,bbox,side,x,y,z,umap_1,umap_2,cluster";

    /// <summary>The file's text; x, y, z are the cleft centre in voxels, 0-based.</summary>
    public static string Format(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder text = new(Header + "\r\n");
        for (int i = 0; i < report.Points.Count; i++)
        {
            EmbeddingPointInfo point = report.Points[i];
            text.Append(CultureInfo.InvariantCulture, $"{Field(point.FullId)},{Field(point.BoundingBox)},{point.Side},");
            text.Append(CultureInfo.InvariantCulture, $"{point.Center.X},{point.Center.Y},{point.Center.Z},");
            text.Append(CultureInfo.InvariantCulture, $"{report.Umap[2 * i]:R},{report.Umap[(2 * i) + 1]:R},{report.Clusters[i]}\r\n");
        }
        return text.ToString();
    }

    /// <summary>
    /// One text field. A spreadsheet takes a text that begins with = + - @, a tab or a carriage return for a formula, and runs it: such a text
    /// gets an apostrophe in front (OWASP, CSV Injection).
    /// </summary>
    public static string Field(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string safe = text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
