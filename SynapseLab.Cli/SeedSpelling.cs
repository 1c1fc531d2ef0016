namespace SynapseLab.Cli;

/// <summary>
/// Lets the command lines of the two seed systems work: their options are spelt with underscores (<c>--data_dir</c>), ours
/// with hyphens (<c>--data-dir</c>).
/// </summary>
internal static class SeedSpelling
{
    /// <summary>Options of the seeds that have no counterpart yet (domain §10).</summary>
    private static readonly HashSet<string> s_notYet =
    [
        "--brightness-range", "--contrast-range", "--excel-file", "--extract-only",
        "--flip-prob", "--freeze-backbone", "--gaussian-blur-sigma", "--layer-num",
        "--memory-efficient", "--noise-level", "--num-samples",
        "--rotation-range", "--save-dir", "--show-augmentations", "--stage-to-finetune", "--train-only",
    ];

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

    /// <summary>A sentence for each option among the unknown ones that the seeds have and we do not have yet.</summary>
    public static IEnumerable<string> NotYet(IEnumerable<string> unknown) =>
        unknown.Select(NameOf).Where(s_notYet.Contains).Distinct().Select(
            name => $"'{name}' is an option of the seed systems that this version does not have yet; leave it out.");

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
