namespace SynapseLab.Engine.Phantom;

/// <summary>The name of a synapse.</summary>
/// <param name="Written">What the table's Var1 says, oddities included.</param>
/// <param name="Id">What it means once cleaned (domain §1): trimmed, and <c>~2</c> behind a second use.</param>
internal sealed record SynapseName(string Written, string Id)
{
    /// <summary>
    /// Names as the real tables have them, e.g. <c>non_spine_synapse_057</c>, <c>spine_synapse_072</c>,
    /// <c>explorative_2024-11-07_Name_133</c>; two rows end in blanks, one is misspelt and, from four rows on, one repeats
    /// another's name.
    /// </summary>
    public static IReadOnlyList<SynapseName> Draw(IReadOnlyList<SynapseSite> sites, RandomStream random)
    {
        var written = new string[sites.Count];
        for (int i = 0; i < written.Length; i++)
        {
            string kind = sites[i].Synapse.Type.OnSpine ? "spine_synapse" : "non_spine_synapse";
            written[i] = random.Chance(0.1f) ? $"explorative_2024-11-{1 + random.Index(28):00}_Name_{i + 1:000}" : $"{kind}_{i + 1:000}";
        }

        var ids = (string[])written.Clone();
        int[] rows = [.. Enumerable.Range(0, written.Length)];
        random.Shuffle<int>(rows);
        if (rows.Length >= 4)
        {
            (int first, int second) = (Math.Min(rows[2], rows[3]), Math.Max(rows[2], rows[3]));
            written[second] = written[first];
            ids[second] = written[first] + "~2";
            Misspell(written, ids, rows[1]);
            written[first] += " ";
        }

        written[rows[0]] += "  ";
        return [.. written.Zip(ids, (name, id) => new SynapseName(name, id))];
    }

    private static void Misspell(string[] written, string[] ids, int row)
    {
        ids[row] = written[row] = $"spine_synpase_{row + 1:000}";
    }
}
