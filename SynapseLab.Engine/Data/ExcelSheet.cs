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
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A damaged workbook fails anywhere between its zip, its XML and its styles, with as many exception types.
            throw new EngineException($"{whereName} is not a readable Excel workbook (.xlsx): {error.Message} Save it again from Excel.", error);
        }
    }
}
