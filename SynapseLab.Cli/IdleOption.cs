using System.CommandLine;

namespace SynapseLab.Cli;

/// <summary>An option of the seeds that a verb takes though it changes nothing, so that their command lines run; whoever gives it is told why.</summary>
/// <param name="Option">The option.</param>
/// <param name="Why">End of the sentence "--name changes nothing: …".</param>
internal sealed record IdleOption(Option Option, string Why)
{
    /// <summary>A switch.</summary>
    public static IdleOption Switch(string name, string why) => new(OptionFactory.Switch(name, Describe(why)), why);

    /// <summary>An option with a text.</summary>
    public static IdleOption Text(string name, string helpName, string why, params string[] aliases) =>
        new(OptionFactory.Text(name, Describe(why), helpName, aliases), why);

    /// <summary>Says on standard error that the option has no effect, when it was given.</summary>
    public void Tell(ParseResult parsed, CommandConsole console)
    {
        if (parsed.Gives(Option))
        {
            console.Error.WriteLine(Sentence(Option, Why));
        }
    }

    /// <summary>What whoever gives an option without effect is told.</summary>
    public static string Sentence(Option option, string why) => $"{option.Name} changes nothing: {why}.";

    private static string Describe(string why) => $"For the seeds' command lines; changes nothing: {why}.";
}
