using System.CommandLine;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;

namespace SynapseLab.Cli;

/// <summary><c>synapselab inspect</c>: what is in a dataset and what is wrong with it.</summary>
internal sealed class InspectVerb(CommandConsole console, CancellationToken cancellationToken)
{
    private readonly Option<string> _dataDir = DatasetOptions.DataDir();
    private readonly Option<string?> _codes = DatasetOptions.Codes();
    private readonly Option<int?> _cubeSize = DatasetOptions.CubeSize();
    private readonly Option<string?> _json = OptionFactory.Json("the whole report, synapse by synapse,");
    private readonly IdleOption[] _idle =
    [
        IdleOption.Text("--excel-file", "FILE", SeedSpelling.Tables),
        IdleOption.Text("--num-samples", "N", SeedSpelling.Pages),
        IdleOption.Switch("--show-augmentations", SeedSpelling.Pages),
        IdleOption.Text("--save-dir", "DIR", SeedSpelling.Pages),
    ];

    /// <summary>The verb.</summary>
    public Command Create()
    {
        var command = new Command("inspect", "Say what is in a dataset and what is wrong with it, per bounding box and per synapse.")
        {
            _dataDir, _codes, _cubeSize, _json,
        };
        Array.ForEach(_idle, idle => command.Options.Add(idle.Option));
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Array.ForEach(_idle, idle => idle.Tell(parsed, console));
        int cubeSize = parsed.GetValue(_cubeSize) ?? DatasetOptions.DefaultCubeSize;
        UsageException.Check(() => PreprocessOptions.RequireCubeSize(cubeSize));
        CodeTable codes = DatasetOptions.Load(parsed.GetValue(_codes));
        InspectionReport report;
        using (var progress = new ProgressLine(console))
        {
            DatasetSource dataset = DatasetSource.Scan(parsed.GetRequiredValue(_dataDir));
            report = Inspector.Inspect(dataset, codes, cubeSize, progress, cancellationToken);
        }

        string? json = parsed.GetValue(_json);
        if (json != "-")
        {
            InspectionText.Write(report, console.Out);
        }

        JsonOutput.Write(json, Inspector.ToJson(report), console);
        if (report.BoundingBoxes.All(box => !box.Usable))
        {
            throw new EngineException(
                $"None of the {report.BoundingBoxes.Count} bounding boxes of {report.Root} can be used; the findings say why. Repair one and inspect again.");
        }

        return ExitCode.Ok;
    }
}
