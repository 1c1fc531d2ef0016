using System.CommandLine;
using System.Text.Json;
using SynapseLab.Engine;
using SynapseLab.Engine.Phantom;

namespace SynapseLab.Cli;

/// <summary><c>synapselab phantom</c>: writes a synthetic dataset with known synapse types.</summary>
internal sealed class PhantomVerb(CommandConsole console, CancellationToken cancellationToken)
{
    private readonly Option<string> _out = OptionFactory.Required("--out", "New or empty folder for the dataset.", "DIR");
    private readonly Option<int?> _boundingBoxes = OptionFactory.Whole("--bboxes", "Bounding boxes (default 2).");
    private readonly Option<int?> _size = OptionFactory.Whole("--size", "Edge of a bounding box in voxels, 64 to 1024 (default 160).");
    private readonly Option<int?> _synapses = OptionFactory.Whole("--synapses", "Synapses in each bounding box (default 40).");
    private readonly Option<int?> _types = OptionFactory.Whole("--types", "Planted synapse types, 1 to 6 (default 3).");
    private readonly Option<int?> _seed = OptionFactory.Whole("--seed", "Seed; the same seed gives the same files (default 1).");
    private readonly Option<string?> _json = OptionFactory.Json("what was written");

    /// <summary>The verb.</summary>
    public Command Create()
    {
        var command = new Command("phantom", "Write a synthetic EM dataset in the seed layout, with planted synapse types and polarity (truth.json).")
        {
            _out, _boundingBoxes, _size, _synapses, _types, _seed, _json,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var defaults = new PhantomOptions(parsed.GetRequiredValue(_out));
        PhantomOptions options = defaults with
        {
            BoundingBoxCount = parsed.GetValue(_boundingBoxes) ?? defaults.BoundingBoxCount,
            Size = parsed.GetValue(_size) ?? defaults.Size,
            SynapseCount = parsed.GetValue(_synapses) ?? defaults.SynapseCount,
            TypeCount = parsed.GetValue(_types) ?? defaults.TypeCount,
            Seed = parsed.GetValue(_seed) ?? defaults.Seed,
        };
        UsageException.Check(options.ThrowIfInvalid);
        using (var progress = new ProgressLine(console))
        {
            PhantomDataset.Write(options, progress, cancellationToken);
        }

        string? json = parsed.GetValue(_json);
        if (json != "-")
        {
            console.Out.WriteLine(
                $"Wrote {Plural.Counted(options.BoundingBoxCount, "bounding box", "bounding boxes")} of {options.Size}³ voxels with {Plural.Counted(options.SynapseCount, "synapse")} each to {options.OutDir}.");
        }

        JsonOutput.Write(json, JsonSerializer.Serialize(options, JsonSerializerOptions.Web), console);
        return ExitCode.Ok;
    }
}
