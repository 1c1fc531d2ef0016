namespace SynapseLab.Engine.Data.Tiff;

/// <summary>Finds the slices of a stack: a folder of files in natural order, or the pages of one file.</summary>
internal static class TiffSliceList
{
    /// <summary>All slices, z ascending, at least one.</summary>
    /// <exception cref="TiffException">Nothing is there, or a page cannot be read.</exception>
    internal static IReadOnlyList<TiffSlice> Find(string path)
    {
        if (File.Exists(path))
        {
            return Pages(path);
        }

        if (!Directory.Exists(path))
        {
            throw new TiffException(TiffProblem.Missing, $"There is no stack at {path}: expected a folder of .tif slices or one multi-page .tif.");
        }

        List<string> files = [.. Directory.EnumerateFiles(path).Where(IsSlice)];
        files.Sort((a, b) => NaturalOrder.Instance.Compare(Path.GetFileName(a), Path.GetFileName(b)));
        return files.Count switch
        {
            0 => throw new TiffException(TiffProblem.Missing, $"{path} holds no .tif or .tiff slice; put the stack's slices there."),
            1 => Pages(files[0]), // a folder with one file may hold the whole stack in its pages
            _ => [.. files.Select((file, z) => new TiffSlice(file, null, Name(file, z)))],
        };
    }

    /// <summary>Whether a file is a slice; dot files (macOS writes "._slice_1.tif" beside each) are not.</summary>
    internal static bool IsSlice(string file)
    {
        string name = Path.GetFileName(file);
        return !name.StartsWith('.')
            && (name.EndsWith(".tif", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tiff", StringComparison.OrdinalIgnoreCase));
    }

    private static List<TiffSlice> Pages(string path)
    {
        using TiffFile file = TiffFile.Open(path, Name(path, 0));
        var pages = new List<TiffSlice>();
        do
        {
            pages.Add(new TiffSlice(path, file.PageOffset, Name(path, pages.Count)));
        }
        while (file.NextPage());
        return pages;
    }

    private static string Name(string file, int z)
    {
        string[] parts = Path.GetFullPath(file).Split(Path.DirectorySeparatorChar);
        return $"{string.Join('/', parts.TakeLast(3))} (slice {z})";
    }
}
