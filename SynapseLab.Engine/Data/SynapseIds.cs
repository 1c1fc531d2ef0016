using System.Globalization;

namespace SynapseLab.Engine.Data;

/// <summary>Gives each row of a table its unique id; never loses a synapse over its name.</summary>
internal sealed class SynapseIds
{
    // A name that fits into HDF5, file names and a table's column.
    private const int MaximumLength = 100;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The id for a Var1 cell: trimmed, "~2" and so on for a repetition, "row_N" for a blank.</summary>
    internal string Next(object? cell, int row, string where, List<Finding> findings)
    {
        string id = (Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "").Trim();
        if (id.Length == 0)
        {
            id = $"row_{row}";
            findings.Add(new Finding(Severity.Warning, "blank-id", $"Var1 is blank; the synapse is called {id}", where, "Give it an id."));
        }

        string clean = Clean(id);
        if (clean != id)
        {
            findings.Add(new Finding(
                Severity.Warning, "id-characters", $"Var1 cannot be a name as it stands; the synapse is called \"{clean}\"", where, $"Use at most {MaximumLength} letters, digits, - and _."));
        }

        string unique = clean;
        for (int n = 2; !_taken.Add(unique); n++)
        {
            unique = $"{clean}~{n}";
        }

        if (unique != clean)
        {
            findings.Add(new Finding(Severity.Warning, "duplicate-id", $"the id \"{clean}\" occurs more than once; this one is called \"{unique}\"", where, "Give it an id of its own."));
        }

        return unique;
    }

    /// <summary>Another name in the table, as of a type: trimmed and cleaned in the same way, but neither unique nor required; null for a blank.</summary>
    internal static string? Name(object? cell) =>
        Convert.ToString(cell, CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } name ? Clean(name) : null;

    // "/" and "." cannot be names in HDF5, nor in file names; a line break would tear a table.
    private static string Clean(string id)
    {
        string clean = id is "." or ".." ? id.Replace('.', '_') : string.Concat(id.Select(c => c == '/' || char.IsControl(c) ? '_' : c));
        int length = Math.Min(clean.Length, MaximumLength);
        return clean[..(length < clean.Length && char.IsHighSurrogate(clean[length - 1]) ? length - 1 : length)];
    }
}
