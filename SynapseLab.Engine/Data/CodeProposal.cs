namespace SynapseLab.Engine.Data;

/// <summary>
/// Guesses a code table from where the codes lie: annotated centres sit on clefts, vesicle clouds surround them, and a
/// single remaining code is taken for mitochondria. A proposal only; a person decides.
/// </summary>
internal static class CodeProposal
{
    // With fewer centres than this the guess would be chance.
    private const int FewestCenters = 3;

    // The applied vesicle code stands unless another lies around the centres this many times as much.
    private const double ClearlyMore = 1.5;

    /// <summary>A table that fits better than <paramref name="applied"/>; null when that one fits, or nothing can be said.</summary>
    internal static StructureCodes? Make(CodeCensus census, StructureCodes applied)
    {
        if (MostFrequent(census.AtCenters, excluded: 0) is not { } cleft || cleft.Count < FewestCenters
            || MostFrequent(census.NearCenters, excluded: cleft.Code) is not { } vesicle)
        {
            return null;
        }

        bool cleftFits = applied.Cleft.Contains(cleft.Code);
        if (cleftFits && vesicle.Count < ClearlyMore * census.NearCenters.GetValueOrDefault(applied.Vesicle))
        {
            return null;
        }

        int[] clefts = cleftFits ? [.. applied.Cleft.Where(census.Everywhere.ContainsKey)] : [cleft.Code];
        int[] rest = [.. census.Everywhere.Keys.Where(code => code != 0 && code != vesicle.Code && !clefts.Contains(code))];
        return new StructureCodes(rest.Length == 1 ? rest[0] : null, vesicle.Code, clefts);
    }

    private static (int Code, long Count)? MostFrequent(IReadOnlyDictionary<int, long> counts, int excluded) => counts
        .Where(entry => entry.Key != 0 && entry.Key != excluded)
        .OrderByDescending(entry => entry.Value)
        .Select(entry => ((int, long)?)(entry.Key, entry.Value))
        .FirstOrDefault();
}
