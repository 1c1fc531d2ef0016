using System.CommandLine;
using SynapseLab.Engine;

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
        catch (EngineException error)
        {
            console.Error.WriteLine($"synapselab: {OneLine(error.Message)}");
            return ExitCode.Failed;
        }
        catch (Exception error)
        {
            // Not one of our failures: still one line and no stack trace, with the kind of error for a report.
            console.Error.WriteLine($"synapselab: unexpected {error.GetType().Name}: {OneLine(error.Message)}");
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
            string verb = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
            IEnumerable<string> missing = SeedSpelling.NotYet(parsed.UnmatchedTokens);
            IEnumerable<string> errors = missing.Any() ? missing : parsed.Errors.Select(error => error.Message);
            throw new UsageException($"{string.Join(' ', errors)} See: synapselab{verb} --help");
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

    private static RootCommand Root(CommandConsole console, CancellationToken cancellationToken) =>
        new("Contrastive learning on 3D electron-microscopy cubes of synapses.")
        {
            new PhantomVerb(console, cancellationToken).Create(),
            new InspectVerb(console, cancellationToken).Create(),
            new PreprocessVerb(console, cancellationToken).Create(),
            new TrainVerb(console, cancellationToken).Create(),
            new EvaluateVerb(console, cancellationToken).Create(),
        };

    private static string OneLine(string message) =>
        string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
