using System.CommandLine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>
/// The seeds had a program for each pipeline, and the bounding boxes' one has options of its own: a new run that is given one of them, at
/// another value than its default, and no pipeline, trains on random cubes out of whole bounding boxes.
/// </summary>
internal static class ImpliedPipeline
{
    private static readonly TrainingOptions s_defaults = new();

    private static readonly OptionSpec s_pipeline = OptionSchema.Find(nameof(TrainingOptions.Pipeline))!;

    /// <summary>Which option of the bounding boxes decides, where none is given to say it.</summary>
    public static OptionSpec? Reason(ParseResult parsed) => parsed.Gives(s_pipeline.CommandLineName) || parsed.GetValue<bool>("--resume") ? null
        : OptionSchema.All.FirstOrDefault(option => option.Theme == OptionTheme.Cubes && option.Name != nameof(TrainingOptions.CubeSize) && IsChanged(option, parsed));

    /// <summary>The options with that pipeline and what it brings; a preset or an option applied later wins.</summary>
    public static TrainingOptions Apply(TrainingOptions options, ParseResult parsed) => Reason(parsed) is null ? options : s_pipeline.Set(options, SeedFolders.BoundingBox);

    /// <summary>Says on standard error which option decided.</summary>
    public static void Tell(TrainingOptions options, ParseResult parsed, CommandConsole console)
    {
        if (options.Pipeline == SeedFolders.BoundingBox && Reason(parsed) is { } reason)
        {
            console.Error.WriteLine($"{reason.CommandLineName} belongs to the pipeline {SeedFolders.BoundingBox}, which this run therefore has; --pipeline synapse keeps to the cubes around synapses.");
        }
    }

    private static bool IsChanged(OptionSpec option, ParseResult parsed)
    {
        if (!parsed.Gives(option.CommandLineName))
        {
            return false;
        }

        string? given = parsed.GetResult(option.CommandLineName)!.Tokens.LastOrDefault()?.Value; // a switch may stand alone
        TrainingOptions? set = option.Write(s_defaults, given ?? "true");
        return set is null || option.Read(set) != option.Read(s_defaults);
    }
}
