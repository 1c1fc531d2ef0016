using System.CommandLine;
using System.Text.RegularExpressions;
using SynapseLab.Cli;

namespace SynapseLab.Tests.Cli;

/// <summary>The tables of docs/cli.md, and the verbs that they describe.</summary>
internal static partial class CliDocumentation
{
    /// <summary>The verbs of the command line.</summary>
    internal static IReadOnlyList<Command> Verbs() =>
        [.. SynapseLabCommand.Root(new CommandConsole(TextWriter.Null, TextWriter.Null, false, TimeProvider.System), default).Subcommands];

    /// <summary>Section of each verb: a heading of one lower-case word.</summary>
    internal static IReadOnlyDictionary<string, string> Sections()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "cli.md"));
        return Heading().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    /// <summary>Rows of a section's option table: names, and what the default column says. Sample: | `--epochs N` or `--num-epochs` | 100 | passes … |</summary>
    internal static IReadOnlyList<(string[] Names, string Default)> Options(string section) =>
        [.. Row().Matches(section).Select(row => (Name().Matches(row.Groups[1].Value).Select(name => name.Value).ToArray(), row.Groups[2].Value))];

    [GeneratedRegex(@"^## ([a-z]+)\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| (`--.+?) \| (.+?) \| .+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("--[a-z0-9-]+")]
    private static partial Regex Name();
}
