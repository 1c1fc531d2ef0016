using SynapseLab.Engine.Data.Tiff;

namespace SynapseLab.Engine.Data;

/// <summary>
/// What the numbers in the names of a stack's slices say: slice_0.tif, slice_1.tif, slice_3.tif lack 2. A slice that is missing from all
/// stacks leaves their sizes equal, yet everything behind it lies one section too early.
/// </summary>
/// <param name="Missing">Numbers between the first and the last that no slice has, ascending.</param>
/// <param name="Extra">Names that have no number, or one that another slice has.</param>
internal sealed record SliceNumbering(IReadOnlyList<int> Missing, IReadOnlyList<string> Extra)
{
    private const int MostSpan = 10; // numbers that reach over more than ten times the slices count something else, as days

    /// <summary>Findings about the three stacks; the same gap in several is told once.</summary>
    internal static IEnumerable<Finding> Find(BoundingBoxSource source)
    {
        var stacks = new[] { source.RawPath, source.SegmentationPath, source.MaskPath }
            .Where(Directory.Exists)
            .Select(path => (Name: Name(path), Numbering: Of([.. Directory.EnumerateFiles(path).Where(TiffSliceList.IsSlice).Select(file => Path.GetFileName(file))])))
            .ToList();
        foreach (var alike in stacks.Where(stack => stack.Numbering.Missing.Count > 0).GroupBy(stack => Ranges(stack.Numbering.Missing)))
        {
            yield return new Finding(
                Severity.Warning,
                "missing-slices",
                $"slices {alike.Key} are missing, by the numbers of their neighbours",
                string.Join(", ", alike.Select(stack => stack.Name)),
                "Put them back: what lies behind a gap is taken for nearer than it is. If they were never there, go on.");
        }

        foreach (var (name, numbering) in stacks.Where(stack => stack.Numbering.Extra.Count > 0))
        {
            yield return new Finding(
                Severity.Warning,
                "extra-slices",
                $"{string.Join(", ", numbering.Extra)} count as slices, yet have no number of their own",
                name,
                "Take files that are no slices out of the folder.");
        }
    }

    /// <summary>Reads the last number in each name; names without any number at all are no numbering.</summary>
    internal static SliceNumbering Of(IReadOnlyList<string> names)
    {
        var numbered = names.OrderBy(name => name, NaturalOrder.Instance).Select(name => (Name: name, Number: Number(name))).ToList();
        int[] numbers = [.. numbered.Where(slice => slice.Number is not null).Select(slice => slice.Number!.Value).Distinct().Order()];
        if (numbers.Length < 2)
        {
            return new([], []);
        }

        int step = numbers.Zip(numbers.Skip(1), (a, b) => b - a).Min(); // some number in tens
        long span = (((long)numbers[^1] - numbers[0]) / step) + 1;
        var known = numbers.ToHashSet();
        var seen = new HashSet<int>();
        return new(
            span > (long)MostSpan * numbers.Length
                ? []
                : [.. Enumerable.Range(0, (int)span).Select(i => numbers[0] + (i * step)).Where(number => !known.Contains(number))],
            [.. numbered.Where(slice => slice.Number is not { } number || !seen.Add(number)).Select(slice => slice.Name)]);
    }

    private static int? Number(string name)
    {
        string stem = Path.GetFileNameWithoutExtension(name);
        int end = stem.Length;
        while (end > 0 && !char.IsAsciiDigit(stem[end - 1]))
        {
            end--;
        }

        int start = end;
        while (start > 0 && char.IsAsciiDigit(stem[start - 1]))
        {
            start--;
        }

        return int.TryParse(stem.AsSpan(start, end - start), out int number) ? number : null;
    }

    /// <summary>"3, 8 … 9".</summary>
    private static string Ranges(IReadOnlyList<int> numbers)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (int number in numbers)
        {
            if (ranges.Count > 0 && ranges[^1].Last == number - 1)
            {
                ranges[^1] = (ranges[^1].First, number);
            }
            else
            {
                ranges.Add((number, number));
            }
        }

        return string.Join(", ", ranges.Select(range => range.First == range.Last ? $"{range.First}" : $"{range.First} … {range.Last}"));
    }

    /// <summary>raw/bbox1, or bbox_1 for masks beside raw.</summary>
    private static string Name(string path)
    {
        string parent = Path.GetFileName(Path.GetDirectoryName(path)!);
        return parent is "raw" or "seg" ? $"{parent}/{Path.GetFileName(path)}" : Path.GetFileName(path);
    }
}
