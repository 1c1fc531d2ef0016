using System.CommandLine;
using System.CommandLine.Parsing;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>
/// The seeds' way to train straight from a dataset: <c>train --data-dir</c> prepares the cubes first, as <c>preprocess</c> does,
/// and keeps those that are fresh. A command line that names neither dataset nor cubes means the seeds' folders, where they are there.
/// </summary>
internal sealed class TrainPreparation(CommandConsole console, CancellationToken cancellationToken)
{
    private const string CubeSize = "--cube-size"; // of the schema, as random cubes have a size too

    private readonly Option<string?> _dataDir = OptionFactory.Text(
        "--data-dir", "Dataset in the seed layout, whose cubes are prepared first; without it --preproc-dir holds them (default: data, without --preproc-dir).", "DIR", "--data-root");

    private readonly Option<string?> _codes = DatasetOptions.Codes();

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> Options => [_dataDir, _codes];

    /// <summary>Names the folders that a command line leaves out, as the seeds do.</summary>
    public TrainingOptions Fill(TrainingOptions options, ParseResult parsed)
    {
        string cubes = SeedFolders.CubesOf(options.Pipeline);
        bool isPrepared = NamesNoCubes(parsed) && SeedFolders.IsPrepared(cubes, options.Pipeline);
        return DataDir(parsed) is null && !isPrepared ? options : options with
        {
            PreprocDir = options.PreprocDir.Length > 0 ? options.PreprocDir : cubes,
            RunDir = options.RunDir.Length > 0 ? options.RunDir : SeedFolders.NewRun(options, console.Clock),
        };
    }

    /// <summary>Refuses what cannot be, before anything begins.</summary>
    /// <exception cref="UsageException">Cube size or codes without a dataset, a size out of range, cubes of another kind that nobody said to replace, or several processes that would all prepare.</exception>
    public void Check(TrainingOptions options, ParseResult parsed)
    {
        if (DataDir(parsed) is not { } dataDir)
        {
            if (options.Pipeline != SeedFolders.BoundingBox)
            {
                RequireAbsent(CubeSize, parsed);
            }

            RequireAbsent(_codes.Name, parsed);
            return;
        }

        UsageException.Check(() => PreprocessOptions.RequireCubeSize(SizeOf(parsed) ?? DatasetOptions.DefaultCubeSize));
        if (parsed.GetValue(_dataDir) is null)
        {
            RequireTheSame(dataDir, options, parsed);
        }

        if (options.Distributed)
        {
            RequirePrepared(dataDir, options, parsed);
        }
    }

    /// <summary>Prepares the cubes; nothing without a dataset, or where several processes would do it at once.</summary>
    public void Run(TrainingOptions options, ParseResult parsed)
    {
        if (options.Distributed || DataDir(parsed) is not { } dataDir)
        {
            return;
        }

        PreprocessOptions asked = Asked(dataDir, options, parsed);
        PreprocessResult result;
        using (var progress = new ProgressLine(console))
        {
            result = Preprocessor.Run(asked, progress, cancellationToken);
        }

        console.Error.WriteLine($"{Plural.Counted(result.CubeCount, "cube")} of {Plural.Counted(result.BoundingBoxCount, "bounding box", "bounding boxes")} in {asked.PreprocDir}; synapselab inspect says what was noticed.");
    }

    private string? DataDir(ParseResult parsed) => parsed.GetValue(_dataDir) ?? (NamesNoCubes(parsed) && SeedFolders.HasDataset ? SeedFolders.Data : null);

    /// <summary>Whether a new run is asked for without a word of what to train on.</summary>
    private bool NamesNoCubes(ParseResult parsed) =>
        parsed.GetValue(_dataDir) is null && parsed.GetValue<string?>("--preproc-dir") is null && !parsed.GetValue<bool>("--resume");

    // Nobody has named dataset or cubes: those that are there are trained on as they are, or not at all.
    private void RequireTheSame(string dataDir, TrainingOptions options, ParseResult parsed)
    {
        if (!SeedFolders.IsPrepared(options.PreprocDir, options.Pipeline))
        {
            return;
        }

        string differences = string.Join("; ", PreparedFiles.Stale(Asked(dataDir, options, parsed), cancellationToken).Where(box => box.IsUsable).Select(box => $"{box.Name}: {box.Reason}"));
        if (differences.Length > 0)
        {
            throw new UsageException(
                $"{options.PreprocDir} holds other cubes than {dataDir} gives now ({differences}). Name --preproc-dir {options.PreprocDir} to train on what is there, or --data-dir {dataDir} to prepare it anew.");
        }
    }

    private void RequirePrepared(string dataDir, TrainingOptions options, ParseResult parsed)
    {
        if (!SeedFolders.IsPrepared(options.PreprocDir, options.Pipeline) || PreparedFiles.StaleBoxes(Asked(dataDir, options, parsed), cancellationToken).Count > 0)
        {
            string volumes = options.Pipeline == SeedFolders.BoundingBox ? " --volumes" : "";
            throw new UsageException(
                $"{options.PreprocDir} is not prepared from {dataDir} as it is now, and with --distributed each of the processes would prepare it; prepare them once with synapselab preprocess --data-dir {dataDir} --preproc-dir {options.PreprocDir}{volumes}");
        }
    }

    // Channels and size of cubes that are there already stay: whoever prepared them chose them.
    private PreprocessOptions Asked(string dataDir, TrainingOptions options, ParseResult parsed)
    {
        string preprocDir = options.PreprocDir;
        bool boxes = options.Pipeline == SeedFolders.BoundingBox;
        var asked = new PreprocessOptions(dataDir, preprocDir) { Codes = DatasetOptions.Load(parsed.GetValue(_codes)), Volumes = boxes };
        int? size = SizeOf(parsed);
        if (!SeedFolders.IsPrepared(preprocDir, SeedFolders.Synapses))
        {
            return asked with { CubeSize = size ?? DatasetOptions.DefaultCubeSize };
        }

        using CubeStore there = CubeStore.Open(preprocDir);
        // A size given for random cubes does not ask for the prepared ones to be cut anew.
        return asked with { CubeSize = boxes ? there.CubeSize : size ?? there.CubeSize, Channels = there.Channels };
    }

    private static void RequireAbsent(string option, ParseResult parsed)
    {
        if (parsed.Gives(option))
        {
            throw new UsageException($"{option} goes with --data-dir, whose cubes are prepared first; the cubes of --preproc-dir have their size and codes already. Leave it out.");
        }
    }

    private static int? SizeOf(ParseResult parsed) => (int?)parsed.GetValue<long?>(CubeSize);
}
