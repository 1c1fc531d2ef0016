using System.Globalization;

namespace SynapseLab.Engine.Data;

/// <summary>Gives each row of a table its unique id; never loses a synapse over its name.</summary>
internal sealed class SynapseIds
{
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

        // "/" and "." cannot be names in HDF5, nor in file names.
        string clean = id is "." or ".." ? id.Replace('.', '_') : id.Replace('/', '_');
        if (clean != id)
        {
            findings.Add(new Finding(Severity.Warning, "id-characters", $"\"{id}\" cannot be a name; it is called \"{clean}\"", where, "Use letters, digits, - and _."));
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
}
