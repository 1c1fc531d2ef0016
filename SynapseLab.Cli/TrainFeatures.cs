using System.CommandLine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>
/// The VGG seed's whole pipeline in one command: a finished run of a VGG3D ends with the features of all cubes, as <c>extract</c> takes
/// them. Other networks' are taken where a folder for them is named.
/// </summary>
internal sealed class TrainFeatures(CommandConsole console, CancellationToken cancellationToken)
{
    private const string Vgg = "vgg3d";
    private const string Layer = "--layer-num";

    private readonly Option<string?> _outputDir = OptionFactory.Text(
        "--output-dir", "Folder for the features of all cubes, taken as by extract when the run has finished; a vgg3d's are taken without it too (default RUN_DIR/features).", "DIR");

    private readonly Option<bool> _trainOnly = OptionFactory.Switch("--train-only", "Train a vgg3d and take no features at the end.");

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> Options => [_outputDir, _trainOnly];

    /// <summary>Refuses features that could not be had, before anything begins; says so where the switch changes nothing.</summary>
    /// <exception cref="UsageException">Features that are both asked for and not, of a layer that the network lacks, or by several processes.</exception>
    public void Check(TrainingOptions options, ParseResult parsed)
    {
        string? folder = parsed.GetValue(_outputDir);
        if (folder is not null && parsed.GetValue(_trainOnly))
        {
            throw new UsageException("--train-only takes no features, and --output-dir says where they go. Leave one of the two out.");
        }

        if (folder is not null && options.Distributed)
        {
            throw new UsageException("--output-dir does not go with --distributed; take the features with synapselab extract when the run has finished.");
        }

        if (folder is not null && options.Backbone != Vgg && parsed.Gives(Layer))
        {
            throw new UsageException($"{Layer} names a layer of a {Vgg}, and this run trains a {options.Backbone}, whose features are its embedding. Leave it out, or choose --backbone {Vgg}.");
        }

        if (parsed.GetValue(_trainOnly) && !EndsWithFeatures(options))
        {
            console.Error.WriteLine(IdleOption.Sentence(_trainOnly, $"only a run of a {Vgg} in one command ends with its features"));
        }
    }

    /// <summary>Takes the features of a finished run, where they are wanted.</summary>
    /// <param name="options">The run's.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="to">Where it says so.</param>
    public void Run(TrainingOptions options, ParseResult parsed, CommandConsole to)
    {
        string? folder = parsed.GetValue(_outputDir);
        if (folder is null && (!EndsWithFeatures(options) || parsed.GetValue(_trainOnly)))
        {
            return;
        }

        RunFolder run = RunFolder.At(options.RunDir);
        var asked = new FeatureExtractionOptions(run.Checkpoint("final"), options.PreprocDir, folder ?? Path.Combine(run.Root, "features"))
        {
            LayerNum = options.Backbone == Vgg && (parsed.Gives(Layer) || options.LayerNum >= 0) ? options.LayerNum : null, // the last layer too, where it was asked for
            Device = options.Device,
        };
        FeatureFiles.Write(asked, to, cancellationToken);
    }

    // One process of several leaves them to whoever started it; random cubes of whole boxes are no synapses.
    private static bool EndsWithFeatures(TrainingOptions options) => options is { Backbone: Vgg, Distributed: false, Pipeline: SeedFolders.Synapses };
}
