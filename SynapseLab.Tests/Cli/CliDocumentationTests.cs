using System.CommandLine;
using System.Text.RegularExpressions;

namespace SynapseLab.Tests.Cli;

/// <summary>docs/cli.md says what the command line does, no more and no less.</summary>
public sealed partial class CliDocumentationTests
{
    public static TheoryData<string> Verbs() => [.. CliDocumentation.Verbs().Select(verb => verb.Name)];

    [Fact]
    public void Sections_AreTheVerbs() => Assert.Equal(
        CliDocumentation.Verbs().Select(verb => verb.Name),
        CliDocumentation.Sections().Keys);

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Options_AreThoseOfTheVerbInItsOrder(string verb)
    {
        IEnumerable<string> real = Find(verb).Options.Select(option => Joined(option.Aliases.Prepend(option.Name)));
        IEnumerable<string> described = Described(verb).Select(row => Joined(row.Names));

        Assert.Equal(real, described);

        static string Joined(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Defaults_AreThoseOfTheHelp(string verb)
    {
        foreach (Option option in Find(verb).Options)
        {
            string described = Described(verb).Single(row => row.Names.Contains(option.Name)).Default;
            Match help = Default().Match(option.Description!);
            if (help.Success || option.Required)
            {
                Assert.Equal($"{option.Name}: {(option.Required ? "required" : help.Groups[1].Value)}", $"{option.Name}: {described}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Examples_Parse(string verb)
    {
        string section = CliDocumentation.Sections()[verb];
        string[][] examples = [.. Example().Matches(section).Select(match => match.Groups[1].Value.Split(' '))];

        Assert.NotEmpty(examples);
        Assert.All(examples, arguments => Assert.Empty(Find(verb).Parse(SynapseLab.Cli.SeedSpelling.ToKebabCase(arguments[1..])).Errors));
    }

    private static Command Find(string verb) => CliDocumentation.Verbs().Single(command => command.Name == verb);

    private static IReadOnlyList<(string[] Names, string Default)> Described(string verb) => CliDocumentation.Options(CliDocumentation.Sections()[verb]);

    [GeneratedRegex(@"\(default:? ([^)]+)\)")]
    private static partial Regex Default();

    [GeneratedRegex(@"^\./synapselab (.+)$", RegexOptions.Multiline)]
    private static partial Regex Example();
}
