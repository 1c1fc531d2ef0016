using System.CommandLine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary><c>synapselab train</c>: trains a network by SimCLR on prepared cubes.</summary>
internal sealed class TrainVerb(CommandConsole console, CancellationToken cancellationToken)
{
    private readonly IReadOnlyList<TrainingBinding> _bindings = TrainingBinding.All();
    private readonly Option<string?> _json = OptionFactory.Json("every training event, a line each,");

    /// <summary>The verb.</summary>
    public Command Create()
    {
        var command = new Command("train", "Train a network by SimCLR on prepared cubes; Ctrl-C writes a checkpoint from which --resume goes on.");
        foreach (TrainingBinding binding in _bindings)
        {
            command.Add(binding.Option);
        }

        command.Add(_json);
        command.SetAction(parsed => Run(Options(parsed), parsed.GetValue(_json)));
        return command;
    }

    /// <summary>The options of a command line; with --resume those of the run's own config.json beneath them.</summary>
    private TrainingOptions Options(ParseResult parsed)
    {
        TrainingOptions asked = Apply(new TrainingOptions(), parsed);
        var folder = RunFolder.At(asked.RunDir);
        if (!asked.Resume || asked.RunDir.Length == 0 || !File.Exists(folder.ConfigPath))
        {
            return asked;
        }

        TrainingOptions own = folder.ReadConfig();
        RequireNoChange(own, parsed);
        return Apply(own, parsed);
    }

    /// <summary>A run goes on as it began; a value that would be ignored is refused. The same value again, as a script repeats it, is fine.</summary>
    private void RequireNoChange(TrainingOptions own, ParseResult parsed)
    {
        string[] changed = [.. _bindings.Where(binding => Fixed(binding.Apply(own, parsed)) != Fixed(own)).Select(binding => binding.Option.Name)];
        if (changed.Length > 0)
        {
            throw new UsageException(
                $"--resume goes on with the run's own options, but {string.Join(", ", changed)} would change them. Leave that out, or start a new run.");
        }

        // What may differ on another machine (TrainingSetup) is made equal; the rest is the run's.
        static TrainingOptions Fixed(TrainingOptions options) =>
            options with { PreprocDir = "", RunDir = "", Device = "", Threads = 0, Resume = false };
    }

    private TrainingOptions Apply(TrainingOptions options, ParseResult parsed) =>
        _bindings.Aggregate(options, (applied, binding) => binding.Apply(applied, parsed));

    private int Run(TrainingOptions options, string? json)
    {
        IReadOnlyList<OptionError> errors = options.Validate();
        if (errors.Count > 0)
        {
            throw new UsageException(string.Join(' ', errors.Select(error => $"{TrainingBinding.OptionName(error.Option)}: {error.Message}")));
        }

        TrainingOutcome outcome;
        using (TrainingLog log = TrainingLog.Create(json, console))
        {
            outcome = Trainer.Run(options, log.Show, cancellationToken);
        }

        if (outcome.Outcome == RunOutcome.Finished)
        {
            return ExitCode.Ok;
        }

        bool cancelled = outcome.Outcome == RunOutcome.Cancelled;
        string advice = cancelled ? $" Go on with: synapselab train --run-dir {options.RunDir} --resume" : "";
        console.Error.WriteLine($"synapselab: {outcome.Message.ReplaceLineEndings(" ")}{advice}");
        return cancelled ? ExitCode.Interrupted : ExitCode.Failed;
    }
}
