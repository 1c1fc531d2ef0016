using System.CommandLine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary><c>synapselab train</c>: trains a network by SimCLR on prepared cubes.</summary>
internal sealed class TrainVerb(CommandConsole console, CancellationToken cancellationToken)
{
    private readonly IReadOnlyList<TrainingBinding> _bindings = TrainingBinding.All();
    private readonly Option<string?> _runName = OptionFactory.Text("--run-name", "The seed's way to name a run: the same as --run-dir runs/NAME.", "NAME");
    private readonly Option<bool> _mixedPrecision = OptionFactory.Switch("--mixed-precision", "The same as --precision bfloat16.");
    private readonly Option<string?> _json = OptionFactory.Json("every training event, a line each,");

    /// <summary>The verb.</summary>
    public Command Create()
    {
        var command = new Command("train", "Train a network by SimCLR on prepared cubes; Ctrl-C writes a checkpoint from which --resume goes on.");
        foreach (TrainingBinding binding in _bindings)
        {
            command.Add(binding.Option);
        }

        command.Add(_runName);
        command.Add(_mixedPrecision);
        command.Add(_json);
        command.SetAction(parsed => Run(Options(parsed), parsed.GetValue(_json)));
        return command;
    }

    /// <summary>The options of a command line; with --resume those of the run's own config.json beneath them.</summary>
    private TrainingOptions Options(ParseResult parsed)
    {
        var options = new TrainingOptions();
        if (parsed.GetValue(_runName) is { } name)
        {
            options = options with { RunDir = Path.Combine("runs", name) };
        }

        options = Apply(options, parsed);
        string config = Path.Combine(options.RunDir, "config.json");
        if (options.Resume && options.RunDir.Length > 0 && File.Exists(config))
        {
            TrainingOptions stored = TrainingJson.ParseOptions(File.ReadAllText(config));
            options = Apply(stored with { RunDir = options.RunDir, Resume = true }, parsed);
        }

        return parsed.GetValue(_mixedPrecision) ? options with { Precision = "bfloat16" } : options;
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
