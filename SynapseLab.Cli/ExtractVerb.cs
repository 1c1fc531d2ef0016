using System.CommandLine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary><c>synapselab extract</c>: writes the features of all cubes by a layer of a trained network.</summary>
internal sealed class ExtractVerb(CommandConsole console, CancellationToken cancellationToken)
{
    private readonly Option<string> _checkpoint = OptionFactory.Required(
        "--checkpoint", "A run's checkpoint, or the weights of a ResNet3D or VGG3D, of ours or of others (.pt or .safetensors).", "FILE");

    private readonly Option<string?> _preprocDir = OptionFactory.Text(
        "--preproc-dir", $"Folder of prepared cubes with the channels it was trained on (default {SeedFolders.SynapseCubes}).", "DIR");

    private readonly Option<string?> _outputDir = OptionFactory.Text("--output-dir", $"Folder for features.csv and features.npy (default {SeedFolders.Results}).", "DIR");
    private readonly Option<int?> _layerNum = OptionFactory.Whole(
        "--layer-num", "Module of a VGG3D's features whose output is pooled, 0 to 33, -1 for the last (default 20); a ResNet gives its embedding.");

    private readonly Option<string?> _pooling = OptionFactory.Text("--pooling", "avg, max, avg+max, spp, or flatten for cubes of 80³; else as the run had it for the run's own layer, avg for any other and for weights of others.", "NAME");
    private readonly Option<string?> _inputScaling = OptionFactory.Text(
        "--input-scaling", "unit leaves raw in [0, 1], signed makes it [-1, 1], z-score does so in each cube; else as the run had it, z-scored after the pipeline bbox, signed for a VGG3D with a classifier.", "NAME");

    private readonly Option<string?> _device = OptionFactory.Text("--device", "auto, cpu or cuda:N (default auto).", "NAME");
    private readonly IdleOption _extractOnly = IdleOption.Switch("--extract-only", "extract does nothing else; train trains");

    /// <summary>The verb.</summary>
    public Command Create()
    {
        var command = new Command("extract", "Write the features of all cubes by a layer of a trained network.")
        {
            _checkpoint, _preprocDir, _outputDir, _layerNum, _pooling, _inputScaling, _device, _extractOnly.Option,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var options = new FeatureExtractionOptions(
            parsed.GetRequiredValue(_checkpoint), parsed.GetValue(_preprocDir) ?? SeedFolders.SynapseCubes, parsed.GetValue(_outputDir) ?? SeedFolders.Results)
        {
            LayerNum = parsed.GetValue(_layerNum),
            Pooling = parsed.GetValue(_pooling),
            InputScaling = parsed.GetValue(_inputScaling),
            Device = parsed.GetValue(_device) ?? "auto",
        };
        UsageException.Check(options.ThrowIfInvalid);
        _extractOnly.Tell(parsed, console);
        FeatureFiles.Write(options, console, cancellationToken);
        return ExitCode.Ok;
    }
}
