using System.CommandLine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary><c>synapselab train</c>: trains a network without labels on prepared cubes.</summary>
internal sealed class TrainVerb(CommandConsole console, CancellationToken cancellationToken)
{
    private readonly IReadOnlyList<TrainingBinding> _bindings = TrainingBinding.All();
    private readonly TrainPreparation _preparation = new(console, cancellationToken);
    private readonly TrainFeatures _features = new(console, cancellationToken);
    private readonly Option<string?> _preset = OptionFactory.Text(
        "--preset", $"Options that belong together; those given beside it win. One of {string.Join(", ", OptionPresets.Names)}.", "NAME");

    private readonly IdleOption _excelFile = IdleOption.Text("--excel-file", "FILE", SeedSpelling.Tables);

    private readonly Option<bool> _preflight = OptionFactory.Switch(
        "--preflight", "Try a few steps, say speed, memory and end of the run, propose batch, micro-batch and precision; writes nothing but the cubes of --data-dir, needs no --run-dir.");

    private readonly Option<bool> _stopWithInput = OptionFactory.Switch(
        "--stop-with-input", "Stop, with a checkpoint, when standard input ends: for a program that starts this one and may die before it.");

    private readonly Option<string?> _json = OptionFactory.Json("every training event, a line each,");

    /// <summary>The verb.</summary>
    public Command Create()
    {
        var command = new Command("train", "Train a network without labels on prepared cubes; Ctrl-C writes a checkpoint from which --resume goes on.");
        IEnumerable<Option> options =
            [.. _preparation.Options, _preset, .. _bindings.Select(binding => binding.Option), .. _features.Options, _excelFile.Option, _preflight, _stopWithInput, _json];
        foreach (Option option in options)
        {
            command.Add(option);
        }

        command.SetAction(Run);
        return command;
    }

    /// <summary>The options of a command line; with --resume those of the run's own config.json beneath them.</summary>
    private TrainingOptions Options(ParseResult parsed)
    {
        TrainingOptions asked = _preparation.Fill(Apply(new TrainingOptions(), parsed), parsed);
        if (!asked.Resume || asked.RunDir.Length == 0 || LacksTheFolder(asked))
        {
            return asked;
        }

        TrainingOptions own = RunFolder.Open(asked.RunDir).ReadConfig();
        return ResumedOptions.Settle(own, Apply(own, parsed));
    }

    private TrainingOptions Apply(TrainingOptions options, ParseResult parsed) =>
        _bindings.Aggregate(Preset(ImpliedPipeline.Apply(options, parsed), parsed.GetValue(_preset)), (applied, binding) => binding.Apply(applied, parsed));

    /// <summary>Whether this is a process that needs no run's folder and has none: rank 0 of several alone reads and writes it.</summary>
    private static bool LacksTheFolder(TrainingOptions asked) =>
        asked.Distributed && !WorldSettings.FromEnvironment().IsFirst && !File.Exists(RunFolder.At(asked.RunDir).ConfigPath);

    private int Measure(TrainingOptions options, ParseResult parsed)
    {
        RequireValid(options.RunDir.Length > 0 ? options : options with { RunDir = "." });
        _preparation.Check(options, parsed);
        _preparation.Run(options, parsed);
        PreflightResult result;
        using (var progress = new ProgressLine(console))
        {
            result = Preflight.Run(options, progress, cancellationToken);
        }

        console.Out.WriteLine(result.Sentence);
        return ExitCode.Ok;
    }

    private static TrainingOptions Preset(TrainingOptions options, string? name)
    {
        TrainingOptions preset = options;
        if (name is not null)
        {
            UsageException.Check(() => preset = OptionPresets.Find(name).Apply(options));
        }

        return preset;
    }

    private static void RequireValid(TrainingOptions options)
    {
        IReadOnlyList<OptionError> errors = options.Validate();
        if (errors.Count > 0)
        {
            throw new UsageException(string.Join(' ', errors.Select(error => $"{TrainingBinding.OptionName(error.Option)}: {error.Message}")));
        }
    }

    private int Run(ParseResult parsed)
    {
        TrainingOptions options = Options(parsed);
        if (parsed.GetValue(_preflight))
        {
            return Measure(options, parsed);
        }

        RequireValid(options);
        _preparation.Check(options, parsed);
        _features.Check(options, parsed);
        ImpliedPipeline.Tell(options, parsed, console);
        TellIdle(options, parsed);
        _excelFile.Tell(parsed, console);
        _preparation.Run(options, parsed);
        using InputEnd? input = parsed.GetValue(_stopWithInput) ? new(Console.OpenStandardInput(), cancellationToken) : null;
        string? json = parsed.GetValue(_json);
        int code = new TrainRun(console).Run(options, json, input?.Token ?? cancellationToken);
        if (code == ExitCode.Ok)
        {
            _features.Run(options, parsed, json == "-" ? console with { Out = TextWriter.Null } : console);
        }

        return code;
    }

    private void TellIdle(TrainingOptions options, ParseResult parsed)
    {
        foreach (string sentence in _bindings.Select(binding => binding.IdleSentence(options, parsed)).OfType<string>())
        {
            console.Error.WriteLine(sentence);
        }
    }
}
