using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;

namespace SynapseLab.Tests.Data;

public sealed class SynapseTableTests
{
    private static readonly object[] s_header =
        [" VAR1 ", "central_coord_1", "Central_Coord_2", "central_coord_3", "side_1_coord_1", "side_1_coord_2", "side_1_coord_3", "side_2_coord_1", "side_2_coord_2", "side_2_coord_3 "];

    /// <summary>Writes a workbook with one sheet; numbers as numbers, the rest as inline text.</summary>
    internal static void WriteWorkbook(string path, params object[][] rows)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        WorkbookPart workbook = document.AddWorkbookPart();
        WorksheetPart sheet = workbook.AddNewPart<WorksheetPart>();
        sheet.Worksheet = new Worksheet(new SheetData(rows.Select(cells => new Row(cells.Select(Cell)))));
        workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "Sheet1" }));
    }

    [Fact]
    public void Read_RealOddities_KeepsEverySynapseAndReportsTheRest()
    {
        using var folder = new TemporaryFolder();
        WriteWorkbook(
            folder.File("bbox1.xlsx"),
            s_header,
            ["syn_1 ", 1.9, 2, 3, 4, 5, 6, 7, 8, 9],
            ["syn_1", 1, 2, 3, 4, 5, 6, 7, 8, 9],
            ["nan", 1, "NaN", 3, 4, 5, 6, 7, 8, 9],
            ["blank", 1, 2, 3, 4, "", 6, 7, 8, 9],
            ["", "", "", "", "", "", "", "", "", ""],
            ["outside", 1, 2, 30, 4, 5, 6, 7, 8, 9]);
        SynapseTable table = SynapseTable.Read(folder.File("bbox1.xlsx"), "bbox1.xlsx");
        Assert.Equal(["syn_1", "syn_1~2", "outside"], table.Rows.Select(r => r.Id));
        Assert.Equal([2, 3, 7], table.Rows.Select(r => r.Row));
        Assert.Equal(new SynapseRow(2, "syn_1", new Voxel(3, 2, 1), new Voxel(6, 5, 4), new Voxel(9, 8, 7)), table.Rows[0]);
        Assert.Equal(["duplicate-id", "bad-coordinate", "bad-coordinate"], table.Findings.Select(f => f.Kind));
        Assert.Equal(["bbox1.xlsx row 3", "bbox1.xlsx row 4", "bbox1.xlsx row 5"], table.Findings.Select(f => f.Where));
        Assert.Equal(5, table.RowCount);

        SynapseTable inside = table.Within(new Shape3(20, 20, 20), "bbox1.xlsx");
        Assert.Equal(2, inside.Rows.Count);
        Assert.Equal("bbox1.xlsx row 7", inside.Findings[^1].Where);
    }

    [Fact]
    public void Read_IdThatCannotBeAName_IsChangedAndReported()
    {
        using var folder = new TemporaryFolder();
        object[] Row(string id) => [id, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        WriteWorkbook(folder.File("t.xlsx"), s_header, Row("a/b"), Row(".."), Row("two\nlines\tand a tab"), Row(new string('µ', 300)), Row(new string('µ', 299)));

        SynapseTable table = SynapseTable.Read(folder.File("t.xlsx"), "t.xlsx");

        Assert.Equal(["a_b", "__", "two_lines_and a tab", new string('µ', 100), new string('µ', 100) + "~2"], table.Rows.Select(row => row.Id));
        Assert.Equal(5, table.Findings.Count(finding => finding.Kind == "id-characters"));
        Assert.All(table.Findings, finding => Assert.DoesNotContain('\n', finding.Message));
    }

    [Theory]
    [InlineData(" Type ")]
    [InlineData("synapse_type")]
    [InlineData("LABEL")]
    [InlineData("class")]
    public void Read_ColumnOfTypes_GivesEachRowItsOwn(string header)
    {
        using var folder = new TemporaryFolder();
        object[] Row(string id, params object[] further) => [id, 1, 2, 3, 4, 5, 6, 7, 8, 9, .. further];
        WriteWorkbook(
            folder.File("t.xlsx"), [.. s_header, "remark", header], Row("a", "x", " excitatory "), Row("b", "x", 2), Row("c", "x", " "), Row("d"), Row("e", "x", new string('µ', 300)));

        SynapseTable table = SynapseTable.Read(folder.File("t.xlsx"), "t.xlsx");

        Assert.Equal(["excitatory", "2", null, null, new string('µ', 100)], table.Rows.Select(row => row.Type));
        Assert.Empty(table.Findings);
    }

    [Fact]
    public void Read_MissingColumns_ListsThem()
    {
        using var folder = new TemporaryFolder();
        WriteWorkbook(folder.File("t.xlsx"), s_header[..8]);
        EngineException error = Assert.Throws<EngineException>(() => SynapseTable.Read(folder.File("t.xlsx"), "t.xlsx"));
        Assert.Contains("lacks the columns side_2_coord_2, side_2_coord_3", error.Message);
    }

    [Fact]
    public void Read_NoWorkbook_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("t.xlsx"), "a,b,c");
        Assert.Contains("not a readable Excel workbook", Error().Message);
        File.WriteAllBytes(folder.File("t.xlsx"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]]);
        Assert.Contains("without a password", Error().Message);

        EngineException Error() => Assert.Throws<EngineException>(() => SynapseTable.Read(folder.File("t.xlsx"), "t.xlsx"));
    }

    private static Cell Cell(object value) => value is string text
        ? new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) }
        : new Cell { CellValue = new CellValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!) };
}
