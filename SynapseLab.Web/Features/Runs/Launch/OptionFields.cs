using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>The options of the form: the engine's schema, with this machine's devices to choose from.</summary>
internal static class OptionFields
{
    /// <summary>All options; <paramref name="devices"/> are the names of this machine's.</summary>
    internal static IReadOnlyList<OptionSpec> For(IReadOnlyList<string> devices) =>
    [
        .. OptionSchema.All.Select(option => option.Name == nameof(TrainingOptions.Device)
            ? option with { Kind = OptionKind.Word, Choices = ["auto", .. devices] }
            : option),
    ];

    /// <summary>An option's default as text; of a method's setting, that of the method chosen in <paramref name="options"/>.</summary>
    internal static string DefaultOf(OptionSpec field, TrainingOptions defaults, TrainingOptions options) => field.Read(
        field.Theme == OptionTheme.Method ? defaults with { Method = options.Method, MethodParameters = MethodParameters.None } : defaults);

    /// <summary>Whether an option has another value than this machine's default; one that has no effect beside <paramref name="options"/> has not.</summary>
    internal static bool IsChanged(OptionSpec field, TrainingOptions defaults, TrainingOptions options) =>
        field.Applies(options) && field.Read(options) != DefaultOf(field, defaults, options);

    /// <summary>This machine's defaults with a preset on top; a preset of the empty name is the defaults themselves.</summary>
    internal static TrainingOptions WithPreset(string name, TrainingOptions defaults) => name.Length == 0 ? defaults : OptionPresets.Find(name).Apply(defaults);
}
