namespace SynapseLab.Cli;

/// <summary>
/// Lets the command lines of the two seed systems work: their options are spelt with underscores (<c>--data_dir</c>), ours
/// with hyphens (<c>--data-dir</c>). What takes the place of an option that a verb does not have, a sentence says.
/// </summary>
internal static class SeedSpelling
{
    /// <summary>Why no table is named.</summary>
    internal const string Tables = "each bounding box has its own table, bboxN.xlsx in the folder of --data-dir";

    /// <summary>Where the seeds' pictures are now.</summary>
    internal const string Pages = "the web app shows every prepared cube and its augmented views";

    /// <summary>Options of the seeds (domain §10) that change nothing where a verb takes them: what stands in their place elsewhere.</summary>
    private static readonly Dictionary<string, string> s_replaced = new()
    {
        ["--excel-file"] = $"is not needed: {Tables}; leave it out",
        ["--num-samples"] = $"has its place elsewhere: {Pages}; leave it out",
        ["--save-dir"] = $"has its place elsewhere: {Pages}; leave it out",
        ["--show-augmentations"] = $"has its place elsewhere: {Pages}; leave it out",
    };

    /// <summary>The arguments with hyphens in the names of options; values, and all behind a bare "--", stay as they are.</summary>
    public static string[] ToKebabCase(IReadOnlyList<string> arguments)
    {
        var spelled = new string[arguments.Count];
        bool options = true;
        for (int i = 0; i < spelled.Length; i++)
        {
            options &= arguments[i] != "--";
            spelled[i] = options && arguments[i].StartsWith("--", StringComparison.Ordinal) ? WithHyphens(arguments[i]) : arguments[i];
        }

        return spelled;
    }

    /// <summary>A sentence for each option among the unknown ones that the seeds have.</summary>
    public static IEnumerable<string> Answers(IEnumerable<string> unknown) =>
        unknown.Select(NameOf).Where(s_replaced.ContainsKey).Distinct().Select(name => $"The seeds' '{name}' {s_replaced[name]}.");

    private static string WithHyphens(string argument)
    {
        string name = NameOf(argument);
        return string.Concat(name.Replace('_', '-'), argument.AsSpan(name.Length));
    }

    private static string NameOf(string argument)
    {
        int value = argument.IndexOfAny(['=', ':']);
        return value < 0 ? argument : argument[..value];
    }
}
