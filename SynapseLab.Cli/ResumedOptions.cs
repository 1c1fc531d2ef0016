using System.Globalization;
using System.Reflection;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>What the command line of a resumed run may say: where it runs, not what is trained.</summary>
internal static class ResumedOptions
{
    private static readonly HashSet<string> s_free =
    [
        nameof(TrainingOptions.PreprocDir), nameof(TrainingOptions.RunDir), nameof(TrainingOptions.Device),
        nameof(TrainingOptions.Threads), nameof(TrainingOptions.Resume),
    ];

    /// <summary>Refuses a value that differs from the run's own: it would be ignored, and the person would not know.</summary>
    /// <exception cref="UsageException">Names each such option with both values.</exception>
    public static void RequireUnchanged(TrainingOptions own, TrainingOptions asked)
    {
        IEnumerable<string> changed = typeof(TrainingOptions).GetProperties()
            .Where(property => !s_free.Contains(property.Name) && !Equals(property.GetValue(own), property.GetValue(asked)))
            .Select(property => $"{TrainingBinding.OptionName(property.Name)}: the run was begun with {Value(property, own)}, but {Value(property, asked)} came.");
        string sentences = string.Join(' ', changed);
        if (sentences.Length > 0)
        {
            throw new UsageException($"{sentences} A resumed run keeps its options; leave this out, or start a new run in another folder.");
        }
    }

    private static string? Value(PropertyInfo property, TrainingOptions options) =>
        Convert.ToString(property.GetValue(options), CultureInfo.InvariantCulture);
}
