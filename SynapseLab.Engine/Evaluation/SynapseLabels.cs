using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Evaluation;

/// <summary>Classes for those synapses that have one, for k-nearest-neighbour accuracy and linear probe.</summary>
/// <param name="Rows">Rows with a class, increasing, (m): <c>x.Select(Rows)</c> are their embeddings.</param>
/// <param name="Classes">Class of each of these rows, 0 … <c>Names.Count</c> − 1, (m).</param>
/// <param name="Names">Name of each class, in alphabetical order.</param>
public sealed record SynapseLabels(int[] Rows, int[] Classes, IReadOnlyList<string> Names)
{
    /// <summary>Members that a class needs: one in each of five folds; fewer is a misspelling more often than a type.</summary>
    public const int LeastMembers = 5;

    /// <summary>Takes a column of labels; rows without one and classes of fewer than 5 members are left out.</summary>
    /// <param name="labels">Label of each row, null or blank where there is none, (n).</param>
    /// <returns>Null where fewer than 2 classes remain.</returns>
    public static SynapseLabels? FromColumn(IReadOnlyList<string?> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        string[] names = [.. labels.Where(label => !string.IsNullOrWhiteSpace(label)).GroupBy(label => label!, StringComparer.Ordinal)
            .Where(members => members.Count() >= LeastMembers).Select(members => members.Key).Order(StringComparer.Ordinal)];
        if (names.Length < 2)
        {
            return null;
        }
        int[] classes = [.. labels.Select(label => label is null ? -1 : Array.IndexOf(names, label))];
        int[] rows = [.. Enumerable.Range(0, classes.Length).Where(i => classes[i] >= 0)];
        return new SynapseLabels(rows, [.. rows.Select(i => classes[i])], names);
    }

    /// <summary>Classes out of <see cref="TypesOf"/>.</summary>
    /// <param name="synapses">Of each row, (n).</param>
    /// <returns>Null where there are not 2 classes.</returns>
    public static SynapseLabels? Of(IReadOnlyList<CubeEntry> synapses) => FromColumn(TypesOf(synapses));

    /// <summary>The type of each synapse, rare ones too: from the tables' column of types, or where that gives fewer than 2 classes and Var1 gives more, from Var1.</summary>
    /// <param name="synapses">Of each row, (n).</param>
    /// <returns>Null where a synapse has none, (n).</returns>
    public static IReadOnlyList<string?> TypesOf(IReadOnlyList<CubeEntry> synapses)
    {
        ArgumentNullException.ThrowIfNull(synapses);
        string?[] column = [.. synapses.Select(synapse => synapse.Type)];
        string?[] words = [.. synapses.Select(synapse => TypeOf(synapse.Id))];
        return FromColumn(column) is null && (FromColumn(words) is not null || column.All(type => type is null)) ? words : column;
    }

    /// <summary>
    /// The words before "synapse" (or a misspelling that begins with "syn") or before the first part that is no word:
    /// non_spine_synapse_057 → non_spine, spine_synpase_072~2 → spine, explorative_2024-11-07_Name_133 → explorative.
    /// </summary>
    /// <param name="var1">Var1, without the bounding box.</param>
    /// <returns>Lower case, words joined by _; null where no word comes first, and for row_N, the name of a row whose Var1 is blank.</returns>
    public static string? TypeOf(string var1)
    {
        ArgumentNullException.ThrowIfNull(var1);
        string[] words = [.. var1.Trim().ToLowerInvariant().Split('_', '-', ' ', '~')
            .TakeWhile(part => part.Length > 0 && part.All(char.IsLetter) && !part.StartsWith("syn", StringComparison.Ordinal))];
        string type = string.Join('_', words);
        return type is "" or "row" ? null : type;
    }
}
