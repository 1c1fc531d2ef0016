namespace SynapseLab.Engine.Data;

/// <summary>Says how well a code table fits a mask; a wrong table gives silently wrong channels.</summary>
internal static class CodeFindings
{
    internal static IEnumerable<Finding> Find(string boundingBox, CodeCensus census, StructureCodes applied, StructureCodes? proposed)
    {
        long centers = census.AtCenters.Values.Sum();
        if (centers > 0)
        {
            string found = string.Join(", ", census.AtCenters.OrderByDescending(e => e.Value).Select(e => $"{e.Key} at {e.Value}"));
            yield return new Finding(Severity.Info, "codes-at-centres", $"codes at the {centers} annotated centres: {found}", boundingBox, "Most should be cleft codes.");
        }

        (string Name, int Code)[] wanted =
            [("vesicle cloud", applied.Vesicle), .. applied.Cleft.Select(c => ("cleft", c)), .. applied.Mitochondria is { } m ? new[] { ("mitochondria", m) } : []];
        foreach ((string name, int code) in wanted.Where(w => !census.Everywhere.ContainsKey(w.Code)))
        {
            string present = string.Join(", ", census.Everywhere.Keys.Where(c => c != 0));
            yield return new Finding(
                Severity.Warning, "code-absent", $"the code {code} for {name} does not occur in the mask (it has {(present.Length == 0 ? "only background" : present)})", boundingBox, "Correct the code table, unless nothing of it was annotated here.");
        }

        if (proposed is not null)
        {
            yield return new Finding(
                Severity.Warning,
                "code-table",
                $"the code table does not fit; from where the codes lie it may be vesicle {proposed.Vesicle}, cleft {string.Join(" + ", proposed.Cleft)}, mitochondria {proposed.Mitochondria?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}",
                boundingBox,
                "Compare with the viewer and edit the code table.");
        }
    }
}
