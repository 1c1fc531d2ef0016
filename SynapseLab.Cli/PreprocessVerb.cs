using System.CommandLine;
using System.Text.Json;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;

namespace SynapseLab.Cli;

/// <summary><c>synapselab preprocess</c>: cuts the cubes and writes the HDF5 files of domain §3.</summary>
internal sealed class PreprocessVerb(CommandConsole console, CancellationToken cancellationToken)
{
    private readonly Option<string> _dataDir = DatasetOptions.DataDir();
    private readonly Option<string?> _codes = DatasetOptions.Codes();
    private readonly Option<int?> _cubeSize = DatasetOptions.CubeSize();
    private readonly Option<string> _preprocDir = OptionFactory.Required("--preproc-dir", "Folder for the cube files; fresh ones in it are kept.", "DIR");
    private readonly Option<string?> _channels = OptionFactory.Text(
        "--channels", "Channels of a cube: raw+pre+cleft, raw+vesicle+cleft, raw+vesicle+seg, raw, raw-masked or raw-masked:STRUCTURES (default raw+pre+cleft).", "RECIPE");
    private readonly Option<bool> _volumes = OptionFactory.Switch(
        "--volumes", "Write each bounding box as one volume, bboxN.h5, as well: what train --pipeline bbox draws its cubes from.");
    private readonly Option<string?> _json = OptionFactory.Json("counts and findings");

    /// <summary>The verb.</summary>
    public Command Create()
    {
        var command = new Command("preprocess", "Cut a cube around every synapse and write one HDF5 file a bounding box.")
        {
            _dataDir, _preprocDir, _cubeSize, _codes, _channels, _volumes, _json,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var options = new PreprocessOptions(parsed.GetRequiredValue(_dataDir), parsed.GetRequiredValue(_preprocDir));
        options = options with
        {
            CubeSize = parsed.GetValue(_cubeSize) ?? DatasetOptions.DefaultCubeSize,
            Channels = parsed.GetValue(_channels) ?? options.Channels,
            Volumes = parsed.GetValue(_volumes),
        };
        UsageException.Check(options.ThrowIfInvalid);
        options = options with { Codes = DatasetOptions.Load(parsed.GetValue(_codes)) };
        PreprocessResult result;
        using (var progress = new ProgressLine(console))
        {
            result = Preprocessor.Run(options, progress, cancellationToken);
        }

        string? json = parsed.GetValue(_json);
        if (json != "-")
        {
            string reused = result.ReusedBoundingBoxCount > 0 ? $", {result.ReusedBoundingBoxCount} of them up to date already" : "";
            console.Out.WriteLine($"{Plural.Counted(result.CubeCount, "cube")} of {Plural.Counted(result.BoundingBoxCount, "bounding box", "bounding boxes")}{reused} in {options.PreprocDir}.");
            FindingList.Write(result.Findings, console.Out);
        }

        JsonOutput.Write(json, JsonSerializer.Serialize(result, FindingList.Json), console);
        return ExitCode.Ok;
    }
}
