using SynapseLab.Cli;

namespace SynapseLab.Tests.Cli;

/// <summary>One command line, run in this process: what it told the shell and what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs a command line in a pipe (no terminal).</summary>
    internal static CommandRun Of(params string[] arguments) => Of(arguments, CancellationToken.None);

    internal static CommandRun Of(string[] arguments, CancellationToken cancellationToken)
    {
        using StringWriter output = new(), error = new();
        int code = SynapseLabCommand.Run(arguments, new CommandConsole(output, error, ErrorIsTerminal: false, TimeProvider.System), cancellationToken);
        return new CommandRun(code, output.ToString(), error.ToString());
    }

    /// <summary>The failure's line; fails unless it is the last and the only one of ours.</summary>
    internal string FailureLine()
    {
        string[] lines = Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Single(lines, line => line.StartsWith("synapselab: ", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return Assert.IsType<string>(lines[^1]);
    }
}
