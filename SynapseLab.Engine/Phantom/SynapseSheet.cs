using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Phantom;

/// <summary>Writes the table of one bounding box: Var1, then centre, side 1 and side 2, each x, y, z (domain §1), and the planted type.</summary>
internal static class SynapseSheet
{
    /// <summary>Writes a new workbook with one sheet.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="rows">Name, centre, side 1, side 2 of each synapse, 0-based voxels, and its type.</param>
    public static void Write(string path, IEnumerable<(string Name, Voxel Center, Voxel Side1, Voxel Side2, string Type)> rows)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        WorkbookPart workbook = document.AddWorkbookPart();
        WorksheetPart sheet = workbook.AddNewPart<WorksheetPart>("rId1");
        var cells = new SheetData(Header());
        foreach ((string name, Voxel center, Voxel side1, Voxel side2, string type) in rows)
        {
            cells.Append(new Row([Text(name), .. Coordinates(center), .. Coordinates(side1), .. Coordinates(side2), Text(type)]));
        }

        sheet.Worksheet = new Worksheet(cells);
        workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = "rId1", SheetId = 1, Name = "Sheet1" }));
    }

    private static Row Header()
    {
        string[] places = ["central_coord", "side_1_coord", "side_2_coord"];
        return new Row([Text("Var1"), .. places.SelectMany(place => Enumerable.Range(1, 3).Select(axis => Text($"{place}_{axis}"))), Text("type")]);
    }

    private static Cell[] Coordinates(Voxel voxel) => [Number(voxel.X), Number(voxel.Y), Number(voxel.Z)];

    private static Cell Number(int value) => new() { CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture)) };

    private static Cell Text(string text) => new()
    {
        DataType = CellValues.InlineString,

        // Without "preserve" Excel drops the trailing blanks that make the table realistic.
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
    };
}
