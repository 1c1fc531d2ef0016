using System.CommandLine;
using System.CommandLine.Parsing;

namespace SynapseLab.Cli;

/// <summary>Whether a command line names an option, where its value alone cannot tell.</summary>
internal static class GivenOptions
{
    /// <summary>Whether the person gave the option, with or without a value.</summary>
    public static bool Gives(this ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>As above, by a name with its dashes; false where the verb has no such option.</summary>
    public static bool Gives(this ParseResult parsed, string name) => parsed.GetResult(name) is OptionResult { Implicit: false };
}
