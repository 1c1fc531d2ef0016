namespace SynapseLab.Engine.Data;

/// <summary>
/// Guesses a code table from where the codes lie: annotated centres sit on clefts, vesicle clouds surround them, and a
/// single remaining code is taken for mitochondria. A proposal only; a person decides.
/// </summary>
internal static class CodeProposal
{
    // With fewer centres than this the guess would be chance.
    private const int FewestCenters = 3;

    /// <summary>A table that fits better than <paramref name="applied"/>; null when that one fits, or nothing can be said.</summary>
    internal static StructureCodes? Make(CodeCensus census, StructureCodes applied)
    {
        List<int> structures = [.. census.Everywhere.Keys.Where(code => code != 0)];
        (int Code, long Count)? cleft = MostFrequent(census.AtCenters, excluded: 0);
        if (cleft is not { } best || best.Count < FewestCenters || applied.Cleft.Contains(best.Code) && structures.Contains(applied.Vesicle))
        {
            return null;
        }

        if (MostFrequent(census.NearCenters, excluded: best.Code) is not { } vesicle)
        {
            return null;
        }

        int[] rest = [.. structures.Where(code => code != best.Code && code != vesicle.Code)];
        return new StructureCodes(rest.Length == 1 ? rest[0] : null, vesicle.Code, [best.Code]);
    }

    private static (int Code, long Count)? MostFrequent(IReadOnlyDictionary<int, long> counts, int excluded) => counts
        .Where(entry => entry.Key != 0 && entry.Key != excluded)
        .OrderByDescending(entry => entry.Value)
        .Select(entry => ((int, long)?)(entry.Key, entry.Value))
        .FirstOrDefault();
}
