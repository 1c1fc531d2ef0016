using SynapseLab.Engine.Models;

namespace SynapseLab.Engine.Training;

/// <summary>The file of weights that a run begins with: how it wants raw, how much of it must fit, and what people are told of it.</summary>
internal static class InitialWeights
{
    /// <summary>The word for an input scaling that the file decides.</summary>
    internal const string ByTheFile = "auto";

    /// <summary>The options with the input scaling that the file's network was trained with, where it was left to the file: checkpoints then hold what was done.</summary>
    /// <exception cref="EngineException">The file cannot be read.</exception>
    internal static TrainingOptions Settle(TrainingOptions options)
    {
        bool isLeftToTheFile = options.InputScaling == ByTheFile && options.InitialWeights.Length > 0
            && options.Pipeline != CubeSourceChoice.BoundingBox; // which z-scores raw itself
        return isLeftToTheFile
            ? options with { InputScaling = (NetworkFile.Read(options.InitialWeights).Scaling ?? InputScaling.Unit).Word() }
            : options;
    }

    /// <summary>Puts the file's weights into a backbone; answers what to tell of it.</summary>
    /// <exception cref="EngineException">The file cannot be read, none of its weights fits, or only some do and nobody allowed that.</exception>
    internal static WeightsImported Take(Backbone backbone, TrainingOptions options)
    {
        var file = NetworkFile.Read(options.InitialWeights);
        var report = WeightImport.Into(backbone, file.Weights, file.Name);
        if (!report.IsComplete && !options.AllowPartialWeights)
        {
            string choice = report.Holds is { } network ? $"It holds {network}: choose that network" : "Choose the network it was trained with";
            throw new EngineException(
                $"The initial weights fit {backbone.Options.Words} only in part. {report.Summary}. {choice}, or allow partial weights (--allow-partial-weights) to begin with random values where none fits.");
        }

        return new()
        {
            Source = report.Source,
            TakenCount = report.TakenCount,
            KeptCount = report.KeptCount,
            Message = $"Initial weights: {report.Sentences}{Raw(file.Scaling, options)}",
        };
    }

    /// <summary>How raw is scaled, where the file's network is known to have seen it in a certain way; begins with a blank.</summary>
    private static string Raw(InputScaling? before, TrainingOptions options)
    {
        var now = NetworkChoice.ScalingSeen(options);
        if (before is not { } seen)
        {
            return "";
        }

        string advice = options.Pipeline == CubeSourceChoice.BoundingBox ? "as the pipeline bbox always does" : $"the input scaling {seen.Word()} would go on as it was";
        return seen == now
            ? $" Raw is {Words(now)}, as that network was trained."
            : $" That network was trained on raw {Words(seen)}, and this run gives it raw {Words(now)}, on which its features mean less; {advice}.";
    }

    private static string Words(InputScaling scaling) => scaling switch
    {
        InputScaling.SignedUnit => "in [-1, 1]",
        InputScaling.ZScore => "z-scored in each cube",
        _ => "in [0, 1]",
    };
}
