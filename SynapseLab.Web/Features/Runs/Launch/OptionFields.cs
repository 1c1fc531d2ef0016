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
}
