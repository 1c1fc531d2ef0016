using System.CommandLine;

namespace SynapseLab.Cli;

/// <summary>The command line <c>synapselab VERB</c>: parses, runs the verb and turns every failure into a line and an exit code.</summary>
internal static class SynapseLabCommand
{
    /// <summary>Runs one command line; returns the exit code (<see cref="ExitCode"/>) and never throws.</summary>
    public static int Run(IReadOnlyList<string> arguments, CommandConsole console, CancellationToken cancellationToken)
    {
        try
        {
            return Invoke(arguments, console, cancellationToken);
        }
        catch (UsageException error)
        {
            console.Error.WriteLine($"synapselab: {error.Message}");
            return ExitCode.WrongUsage;
        }
        catch (OperationCanceledException)
        {
            console.Error.WriteLine("synapselab: stopped; nothing half-written was left behind.");
            return ExitCode.Interrupted;
        }
        catch (Exception error)
        {
            console.Error.WriteLine($"synapselab: {FailureLine.Of(error)}");
            return ExitCode.Failed;
        }
    }

    private static int Invoke(IReadOnlyList<string> arguments, CommandConsole console, CancellationToken cancellationToken)
    {
        RootCommand root = Root(console, cancellationToken);
        string[] spelled = SeedSpelling.ToKebabCase(arguments);
        ParseResult parsed = root.Parse(spelled);
        if (parsed.Errors.Count > 0)
        {
            throw WrongUsage(parsed, root);
        }

        var configuration = new InvocationConfiguration
        {
            Output = console.Out,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,

            // Signals are ours (Interruption): training must finish writing its checkpoint, however long that takes.
            ProcessTerminationTimeout = null,
        };
        return parsed.Invoke(configuration);
    }

    private static UsageException WrongUsage(ParseResult parsed, RootCommand root)
    {
        if (parsed.CommandResult.Command == root)
        {
            string came = parsed.UnmatchedTokens.Count > 0 ? $"'{parsed.UnmatchedTokens[0]}' came" : "nothing came";
            return new($"Expected one of {string.Join(", ", root.Subcommands.Select(verb => verb.Name))}, but {came}. See: synapselab --help");
        }

        string[] answers = [.. SeedSpelling.Answers(parsed.UnmatchedTokens)];
        IEnumerable<string> errors = answers.Length > 0 ? answers : parsed.Errors.Select(error => error.Message);
        return new($"{string.Join(' ', errors)} See: synapselab {parsed.CommandResult.Command.Name} --help");
    }

    /// <summary>All verbs.</summary>
    internal static RootCommand Root(CommandConsole console, CancellationToken cancellationToken) =>
        new("Contrastive learning on 3D electron-microscopy cubes of synapses.")
        {
            new PhantomVerb(console, cancellationToken).Create(),
            new InspectVerb(console, cancellationToken).Create(),
            new PreprocessVerb(console, cancellationToken).Create(),
            new TrainVerb(console, cancellationToken).Create(),
            new EvaluateVerb(console, cancellationToken).Create(),
            new ExtractVerb(console, cancellationToken).Create(),
        };
}
