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
}
