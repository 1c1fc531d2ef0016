using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Components.Options;

/// <summary>
/// Augmentation options as addresses carry them, under the command line's names (<c>rotation-range=15</c>): the form links to the
/// augmentation page, that page to itself, and both mean the same.
/// </summary>
public static class AugmentationAddress
{
    private static readonly OptionSpec s_pipeline = OptionSchema.Find(nameof(TrainingOptions.Pipeline))!;
    private static readonly OptionSpec s_preset = OptionSchema.Find(nameof(TrainingOptions.Augmentation))!;

    /// <summary>Pipeline, preset and the preset's ranges, in the order in which they are read: a pipeline brings its preset.</summary>
    public static IReadOnlyList<OptionSpec> Options { get; } = [s_pipeline, .. OptionSchema.All.Where(option => option.Theme == OptionTheme.Augmentation)];

    /// <summary>Names in the address, and their values; null where the default does not need to be said.</summary>
    public static IReadOnlyDictionary<string, string?> Write(TrainingOptions options)
    {
        var defaults = new TrainingOptions();
        return Options.ToDictionary(Name, option => option == s_preset || (option.Applies(options) && option.Read(options) != option.Read(defaults)) ? option.Read(options) : null);
    }

    /// <summary>The options that an address carries. What it does not name, or names unreadably, has its default.</summary>
    /// <param name="valueOf">A name's value; null when the address has none.</param>
    public static TrainingOptions Read(Func<string, string?> valueOf) => Options.Aggregate(
        new TrainingOptions(), (options, option) => valueOf(Name(option)) is { } text ? option.Write(options, text) ?? options : options);

    private static string Name(OptionSpec option) => option.CommandLineName[2..];
}
