namespace SynapseLab.Engine.Data;

/// <summary>One synapse of a table.</summary>
/// <param name="Row">1-based row of the Excel sheet.</param>
/// <param name="Id">Var1, trimmed; a duplicate has the suffix "~2".</param>
/// <param name="Center">Cleft centre, truncated to whole voxels.</param>
/// <param name="Side1">Point in the first partner.</param>
/// <param name="Side2">Point in the second partner.</param>
public sealed record SynapseRow(int Row, string Id, Voxel Center, Voxel Side1, Voxel Side2)
{
    /// <summary>What the table's column of types says, trimmed; null where it says nothing, or there is no such column.</summary>
    public string? Type { get; init; }
}

/// <summary>The synapses of one bounding box and what was noticed while reading them.</summary>
/// <param name="Rows">Rows that can be used, in the sheet's order, ids unique.</param>
/// <param name="Findings">Rows left out, duplicate ids and the like.</param>
public sealed record SynapseTable(IReadOnlyList<SynapseRow> Rows, IReadOnlyList<Finding> Findings)
{
    /// <summary>Rows that hold anything, usable or not.</summary>
    public int RowCount { get; init; } = Rows.Count;

    /// <summary>
    /// Reads the first sheet: Var1, central_coord_1..3, side_1_coord_1..3, side_2_coord_1..3, where 1, 2, 3 are x, y, z
    /// (domain §1); and, where there is one, a column of types: type, synapse_type, label or class. Header names are trimmed and compared without case.
    /// </summary>
    /// <param name="xlsx">The file.</param>
    /// <param name="whereName">How findings name it, e.g. "bbox2.xlsx".</param>
    /// <exception cref="EngineException">Not an Excel file, or columns are missing; lists which.</exception>
    public static SynapseTable Read(string xlsx, string whereName) =>
        SynapseTableReader.Read(ExcelSheet.Read(xlsx, whereName), whereName);

    /// <summary>This table without the rows that have a point outside a volume; each is reported.</summary>
    /// <param name="shape">Size of the volume.</param>
    /// <param name="whereName">How findings name the file.</param>
    public SynapseTable Within(Shape3 shape, string whereName)
    {
        List<Finding> findings = [.. Findings];
        var rows = new List<SynapseRow>();
        foreach (SynapseRow row in Rows)
        {
            (string Name, Voxel At)[] points = [("centre", row.Center), ("side 1", row.Side1), ("side 2", row.Side2)];
            List<string> outside = [.. points.Where(p => !shape.Contains(p.At)).Select(p => $"{p.Name} (z {p.At.Z}, y {p.At.Y}, x {p.At.X})")];
            if (outside.Count == 0)
            {
                rows.Add(row);
                continue;
            }

            findings.Add(new Finding(
                Severity.Error,
                "out-of-bounds",
                $"{row.Id}: {string.Join(", ", outside)} outside the volume of {shape} (z × y × x)",
                $"{whereName} row {row.Row}",
                "Correct the coordinates (0-based x, y, z); the synapse is left out."));
        }

        return new SynapseTable(rows, findings) { RowCount = RowCount };
    }
}
