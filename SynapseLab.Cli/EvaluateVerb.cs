using System.CommandLine;
using System.Globalization;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary><c>synapselab evaluate</c>: embeds all cubes with a checkpoint and writes embeddings, metrics and report.</summary>
internal sealed class EvaluateVerb(CommandConsole console, CancellationToken cancellationToken)
{
    private readonly Option<string> _checkpoint = OptionFactory.Required(
        "--checkpoint", "A run's checkpoint, or a backbone's state dict (.pt or .safetensors).", "FILE");

    private readonly Option<string> _preprocDir = OptionFactory.Required("--preproc-dir", "Folder of prepared cubes (from preprocess).", "DIR");
    private readonly Option<string> _outputDir = OptionFactory.Required("--output-dir", "Folder for embeddings.npy, embeddings.csv, metrics.json, report.html.", "DIR");
    private readonly Option<int?> _clusters = OptionFactory.Whole("--n-clusters", "Clusters to show (default: the best of the silhouette curve).");
    private readonly Option<string?> _device = OptionFactory.Text("--device", "auto, cpu or cuda:N (default auto).", "NAME");

    private readonly IdleOption _dataDir = IdleOption.Text("--data-dir", "DIR", "the prepared cubes hold all that evaluation reads", "--data-root");

    /// <summary>The verb.</summary>
    public Command Create()
    {
        var command = new Command("evaluate", "Embed all cubes with a checkpoint and measure the embedding.")
        {
            _checkpoint, _preprocDir, _outputDir, _clusters, _device, _dataDir.Option,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        string outputDir = parsed.GetRequiredValue(_outputDir);
        int? clusters = parsed.GetValue(_clusters);
        if (clusters < 2)
        {
            throw new UsageException($"--n-clusters expects at least 2, but {clusters} came.");
        }

        string device = parsed.GetValue(_device) ?? "auto";
        if (new TrainingOptions { Device = device }.Validate().FirstOrDefault(error => error.Option == nameof(TrainingOptions.Device)) is { } wrong)
        {
            throw new UsageException($"--device: {wrong.Message}");
        }

        _dataDir.Tell(parsed, console);
        EvaluationReport report;
        using (var progress = new ProgressLine(console))
        {
            report = CheckpointEvaluation.Run(
                parsed.GetRequiredValue(_checkpoint),
                parsed.GetRequiredValue(_preprocDir),
                outputDir,
                clusters,
                device,
                progress,
                cancellationToken);
        }

        console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{report.Embeddings.Count} embeddings of {report.Embeddings.Dimension} dimensions in {outputDir}."));
        if (report.Silhouette is { } silhouette)
        {
            console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Silhouette {silhouette.Score:F3} at k = {silhouette.ClusterCount}."));
        }

        if (report.Hopkins is { } hopkins)
        {
            console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Hopkins {hopkins.Mean:F3} ± {hopkins.StandardDeviation:F3}."));
        }

        return ExitCode.Ok;
    }
}
