using System.Globalization;
using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Web.Features.Embeddings.Points;

/// <summary>Reads the table that an evaluation wrote: id,bbox,side,x,y,z,umap_1,umap_2,cluster (RFC 4180).</summary>
internal static class EmbeddingTable
{
    private static readonly string[] s_columns = ["id", "bbox", "side", "x", "y", "z", "umap_1", "umap_2", "cluster"];

    /// <summary>All points, in the file's order.</summary>
    /// <exception cref="EngineException">The file is missing, or a row is not such a row.</exception>
    internal static IReadOnlyList<EmbeddingPoint> Read(string outputDir)
    {
        string path = Path.Combine(outputDir, EvaluationFiles.TableName);
        string[] lines = File.ReadAllLines(path);
        if (lines.Length == 0 || !Fields(lines[0]).SequenceEqual(s_columns))
        {
            throw new EngineException($"Expected the columns {string.Join(',', s_columns)} in {path}, got \"{lines.FirstOrDefault()}\"; evaluate the run again.");
        }

        return [.. lines.Skip(1).Where(line => line.Length > 0).Select((line, row) => Point(path, row, Fields(line)))];
    }

    private static EmbeddingPoint Point(string path, int row, List<string> fields)
    {
        try
        {
            int Whole(int column) => int.Parse(fields[column], CultureInfo.InvariantCulture);
            float Real(int column) => float.Parse(fields[column], CultureInfo.InvariantCulture);
            return new(row, Unguarded(fields[0]), Unguarded(fields[1]), Whole(2), new(Whole(5), Whole(4), Whole(3)), Real(6), Real(7), Whole(8));
        }
        catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            throw new EngineException($"Row {row + 2} of {path} is not a point: {e.Message} Evaluate the run again.", e);
        }
    }

    // EmbeddingCsv puts an apostrophe before texts that a spreadsheet would take for a formula.
    private static string Unguarded(string text) => text.Length > 1 && text[0] == '\'' && "=+-@\t\r".Contains(text[1]) ? text[1..] : text;

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        int at = 0;
        while (at <= line.Length)
        {
            if (at < line.Length && line[at] == '"')
            {
                int end = at + 1;
                while (end < line.Length && (line[end] != '"' || (end + 1 < line.Length && line[end + 1] == '"')))
                {
                    end += line[end] == '"' ? 2 : 1;
                }

                fields.Add(line[(at + 1)..Math.Min(end, line.Length)].Replace("\"\"", "\"", StringComparison.Ordinal));
                at = end + 2;
            }
            else
            {
                int end = line.IndexOf(',', at);
                end = end < 0 ? line.Length : end;
                fields.Add(line[at..end]);
                at = end + 1;
            }
        }

        return fields;
    }
}
