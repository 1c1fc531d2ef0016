using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>What the command line of a resumed run may say: where it runs, not what is trained.</summary>
internal static class ResumedOptions
{
    private static readonly string[] s_free = [nameof(TrainingOptions.Device), nameof(TrainingOptions.Threads), nameof(TrainingOptions.Loading), nameof(TrainingOptions.Distributed), nameof(TrainingOptions.Processes)];

    /// <summary>Refuses a value that differs from the run's own: it would be ignored, and the person would not know.</summary>
    /// <exception cref="UsageException">Names each such option with both values.</exception>
    public static void RequireUnchanged(TrainingOptions own, TrainingOptions asked)
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
