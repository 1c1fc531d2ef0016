using System.CommandLine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary><c>synapselab train</c>: trains a network by SimCLR on prepared cubes.</summary>
internal sealed class TrainVerb(CommandConsole console, CancellationToken cancellationToken)
{
    private readonly IReadOnlyList<TrainingBinding> _bindings = TrainingBinding.All();
    private readonly Option<bool> _preflight = OptionFactory.Switch(
        "--preflight", "Try a few steps, say speed, memory and end of the run, propose batch, micro-batch and precision; writes nothing, needs no --run-dir.");

    private readonly Option<string?> _json = OptionFactory.Json("every training event, a line each,");

    /// <summary>The verb.</summary>
    public Command Create()
    {
        var command = new Command("train", "Train a network by SimCLR on prepared cubes; Ctrl-C writes a checkpoint from which --resume goes on.");
        foreach (TrainingBinding binding in _bindings)
        {
            command.Add(binding.Option);
        }

        command.Add(_preflight);
        command.Add(_json);
        command.SetAction(parsed => parsed.GetValue(_preflight) ? Measure(Options(parsed)) : Run(Options(parsed), parsed.GetValue(_json)));
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
        TrainingOptions resumed = Apply(own, parsed);
        ResumedOptions.RequireUnchanged(own, resumed);
        return resumed;
    }

    private TrainingOptions Apply(TrainingOptions options, ParseResult parsed) =>
        _bindings.Aggregate(options, (applied, binding) => binding.Apply(applied, parsed));

    private int Measure(TrainingOptions options)
    {
        RequireValid(options.RunDir.Length > 0 ? options : options with { RunDir = "." });
        console.Out.WriteLine(Preflight.Run(options, cancellationToken).Sentence);
        return ExitCode.Ok;
    }

    private static void RequireValid(TrainingOptions options)
    {
        IReadOnlyList<OptionError> errors = options.Validate();
        if (errors.Count > 0)
        {
            throw new UsageException(string.Join(' ', errors.Select(error => $"{TrainingBinding.OptionName(error.Option)}: {error.Message}")));
        }
    }

    private int Run(TrainingOptions options, string? json)
    {
        RequireValid(options);
        if (options.Distributed && !WorldSettings.FromEnvironment().IsFirst)
        {
            json = null; // one process of several writes
        }

        TrainingOutcome outcome;
        string? jsonFailure;
        using (TrainingLog log = TrainingLog.Create(json, console))
        {
            outcome = Trainer.Run(options, log.Show, cancellationToken);
            jsonFailure = log.JsonFailure;
        }

        if (jsonFailure is not null)
        {
            console.Error.WriteLine($"synapselab: {jsonFailure} All events are in {ProgressLog.PathIn(options.RunDir)}.");
        }

        if (outcome.Outcome == RunOutcome.Finished)
        {
            return jsonFailure is null ? ExitCode.Ok : ExitCode.Failed;
        }

        bool cancelled = outcome.Outcome == RunOutcome.Cancelled;
        string advice = cancelled ? $" Go on with: synapselab train --run-dir {options.RunDir} --resume" : "";
        console.Error.WriteLine($"synapselab: {outcome.Message.ReplaceLineEndings(" ")}{advice}");
        return cancelled ? ExitCode.Interrupted : ExitCode.Failed;
    }
}
