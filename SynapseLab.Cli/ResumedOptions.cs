using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>What the command line of a resumed run may say: where it runs, not what is trained.</summary>
internal static class ResumedOptions
{
    private static readonly string[] s_free = [nameof(TrainingOptions.Device), nameof(TrainingOptions.Threads), nameof(TrainingOptions.Loading), nameof(TrainingOptions.Distributed), nameof(TrainingOptions.Processes)];

    // The run's file of weights, or the version that began it, has settled it by now.
    private const string LeftToTheRun = "auto";

    /// <summary>The asked options, with the run's own input scaling where it was left to the run.</summary>
    /// <exception cref="UsageException">Another value differs from the run's own; names each such option with both values.</exception>
    public static TrainingOptions Settle(TrainingOptions own, TrainingOptions asked)
    {
        TrainingOptions settled = asked.InputScaling == LeftToTheRun ? asked with { InputScaling = own.InputScaling } : asked;
        RequireUnchanged(own, settled);
        return settled;
    }

    // A value that differs would be ignored, and the person would not know.
    private static void RequireUnchanged(TrainingOptions own, TrainingOptions asked)
    {
        IEnumerable<string> changed = OptionSchema.All
            .Where(option => !IsFree(option, own) && option.Read(own) != option.Read(asked))
            .Select(option => $"{option.CommandLineName}: the run was begun with {option.Read(own)}, but {option.Read(asked)} came.");
        string sentences = string.Join(' ', changed);
        if (sentences.Length > 0)
        {
            throw new UsageException($"{sentences} A resumed run keeps its options; leave this out, or start a new run in another folder.");
        }
    }

    // Of a run on prepared cubes it says how --data-dir prepares them, nothing of the run.
    private static bool IsFree(OptionSpec option, TrainingOptions own) =>
        s_free.Contains(option.Name) || (option.Name == nameof(TrainingOptions.CubeSize) && !option.Applies(own));
}
