using System.Globalization;

namespace SynapseLab.Engine.Data;

/// <summary>
/// Turns a sheet into synapses. Sample: header "Var1 | central_coord_1 | …", row "non_spine_synapse_057 | 303 | 125 | …".
/// </summary>
internal static class SynapseTableReader
{
    private const string IdColumn = "Var1";

    /// <summary>Headers of a column of types, the first that is there counts.</summary>
    private static readonly string[] s_typeColumns = ["type", "synapse_type", "label", "class"];

    private static readonly string[] s_points = ["central_coord", "side_1_coord", "side_2_coord"];

    internal static SynapseTable Read(List<object?[]> sheet, string whereName)
    {
        int header = sheet.FindIndex(row => !IsBlank(row));
        object?[] names = header < 0 ? [] : sheet[header];
        Dictionary<string, int> columns = Columns(names, whereName);
        int types = s_typeColumns.Select(name => Find(names, name)).FirstOrDefault(column => column >= 0, -1);
        var ids = new SynapseIds();
        var rows = new List<SynapseRow>();
        var findings = new List<Finding>();
        int rowCount = 0;
        for (int i = header + 1; i < sheet.Count; i++)
        {
            object?[] cells = [.. columns.Values.Select(c => c < sheet[i].Length ? sheet[i][c] : null)];
            if (IsBlank(cells))
            {
                continue; // Excel keeps formatted but empty rows below a table
            }

            rowCount++;
            string where = $"{whereName} row {i + 1}";
            if (ReadPoints(cells, columns, where, findings) is { } points)
            {
                rows.Add(new SynapseRow(i + 1, ids.Next(cells[0], i + 1, where, findings), points[0], points[1], points[2])
                {
                    Type = types >= 0 && types < sheet[i].Length ? SynapseIds.Name(sheet[i][types]) : null,
                });
            }
        }

        return new SynapseTable(rows, findings) { RowCount = rowCount };
    }

    // Column index by name, in the order Var1, central x y z, side 1 x y z, side 2 x y z.
    private static Dictionary<string, int> Columns(object?[] header, string whereName)
    {
        List<string> wanted = [IdColumn, .. s_points.SelectMany(point => Enumerable.Range(1, 3).Select(axis => $"{point}_{axis}"))];
        var columns = wanted.ToDictionary(name => name, name => Find(header, name));
        List<string> found = [.. header.Select(cell => Text(cell).Trim()).Where(text => text.Length > 0)];
        List<string> missing = [.. wanted.Where(name => columns[name] < 0)];
        return missing.Count == 0
            ? columns
            : throw new EngineException(
                $"{whereName} lacks {(missing.Count == 1 ? "the column" : "the columns")} {string.Join(", ", missing)} in the first sheet's header row; "
                + $"found {(found.Count == 0 ? "no header" : string.Join(", ", found.Take(15)))}. Name the columns so.");
    }

    private static int Find(object?[] header, string name) =>
        Array.FindIndex(header, cell => Text(cell).Trim().Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Voxel[]? ReadPoints(object?[] cells, Dictionary<string, int> columns, string where, List<Finding> findings)
    {
        var numbers = new int[9];
        List<string> names = [.. columns.Keys];
        for (int k = 0; k < numbers.Length; k++)
        {
            if (Number(cells[k + 1]) is { } number)
            {
                numbers[k] = number;
                continue;
            }

            findings.Add(new Finding(
                Severity.Error,
                "bad-coordinate",
                $"{names[k + 1]} is {Describe(cells[k + 1])}, expected a voxel index",
                where,
                "Fill in the coordinate; the row is left out."));
            return null;
        }

        return [.. numbers.Chunk(3).Select(p => new Voxel(p[2], p[1], p[0]))]; // columns are x, y, z
    }

    /// <summary>A coordinate truncated to int (domain §1); null for anything that is none.</summary>
    private static int? Number(object? cell)
    {
        double value = cell switch
        {
            double d => d,
            int i => i,
            string s when double.TryParse(s.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) => parsed,
            _ => double.NaN,
        };
        return double.IsFinite(value) && Math.Abs(value) < int.MaxValue ? (int)value : null;
    }

    private static string Describe(object? cell) => Text(cell).Trim() is { Length: > 0 } text ? $"\"{text}\"" : "blank";

    private static bool IsBlank(object?[] cells) => cells.All(cell => Text(cell).Trim().Length == 0);

    private static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
}
