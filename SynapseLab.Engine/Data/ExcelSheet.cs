using System.Text;
using ExcelDataReader;

namespace SynapseLab.Engine.Data;

/// <summary>The cells of an Excel file's first sheet, row by row as read; a cell is null, a double, a string or another value.</summary>
internal static class ExcelSheet
{
    // ExcelDataReader asks for code page 1252 (for old .xls files) even to read .xlsx; .NET has it only when registered.
    static ExcelSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads all rows, empty ones included, so that index + 1 is Excel's row number.</summary>
    /// <exception cref="EngineException">Missing, or not an Excel workbook.</exception>
    internal static List<object?[]> Read(string xlsx, string whereName)
    {
        try
        {
            using FileStream stream = File.Open(xlsx, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            RequireOpenXml(stream, whereName);
            using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
            var rows = new List<object?[]>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }

            return rows;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new EngineException($"The table {whereName} cannot be opened ({error.Message}); check that it is there and readable.", error);
        }
        catch (Exception error) when (error is not (OutOfMemoryException or EngineException))
        {
            // A damaged workbook fails anywhere between its zip, its XML and its styles, with as many exception types.
            throw new EngineException($"{whereName} is not a readable Excel workbook (.xlsx): {error.Message} Save it again from Excel.", error);
        }
    }

    // Excel puts a workbook with a password, and one of before 2007, into an OLE container; an .xlsx is a zip.
    private static void RequireOpenXml(FileStream stream, string whereName)
    {
        Span<byte> head = stackalloc byte[4];
        int count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (count == head.Length && head.SequenceEqual([(byte)0xD0, (byte)0xCF, (byte)0x11, (byte)0xE0]))
        {
            throw new EngineException($"{whereName} is a workbook with a password, or of Excel before 2007; save it as .xlsx without a password.");
        }

        stream.Position = 0;
    }
}
