using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Models;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>The options of the form: the engine's schema, with this machine's devices to choose from.</summary>
internal static class OptionFields
{
    /// <summary>The options that a run of the server can have, whoever asks for it: processes that torchrun starts are no business of the web app.</summary>
    internal static IReadOnlyList<OptionSpec> OfServer { get; } = [.. OptionSchema.All.Where(option => option.Name != nameof(TrainingOptions.Distributed))];

    /// <summary>All options of a run on <paramref name="set"/>, from which its pipeline follows; <paramref name="devices"/> are the names of this machine's, <paramref name="weights"/> those of files to begin with.</summary>
    internal static IReadOnlyList<OptionSpec> For(IReadOnlyList<string> devices, IReadOnlyList<string> weights, CubeSet set) => For(devices, Environment.ProcessorCount, weights, set);

    /// <summary>As above, on a machine of so many cores.</summary>
    internal static IReadOnlyList<OptionSpec> For(IReadOnlyList<string> devices, int cores, IReadOnlyList<string> weights, CubeSet set) =>
    [
        .. OfServer.Where(option => option.Name != nameof(TrainingOptions.Pipeline)).Select(option => option.Name switch
        {
            nameof(TrainingOptions.Processes) => ProcessChoice.Field(option, devices, cores),
            nameof(TrainingOptions.Device) => option with { Kind = OptionKind.Word, Choices = MachineCheck.Choices(devices) },
            nameof(TrainingOptions.InitialWeights) => option with
            {
                Kind = OptionKind.Word,
                Choices = ["", .. weights],
                Help = "What to begin with: a file of the folder weights in the server's data, or the network of a finished run by its number; none for random weights. The run's log says what was taken of it; one that fits only in part is refused.",
            },
            nameof(TrainingOptions.Augmentation) => option with { Choices = [.. option.Choices.Where(augmentation => SetChoice.Allows(set.Kind, augmentation))] },
            nameof(TrainingOptions.CubeSize) => option with
            {
                Most = Math.Min(option.Most, set.SmallestEdge),
                Help = "Edge of the cubes that are drawn, even; with the size of the dataset's synapse cubes these can be embedded at the end.",
            },
            _ => option,
        }),
    ];

    /// <summary>An option's default as text; of a setting of another method than the default one, that of the method chosen in <paramref name="options"/>.</summary>
    internal static string DefaultOf(OptionSpec field, TrainingOptions defaults, TrainingOptions options) => field.Read(
        field.Theme == OptionTheme.Method && options.Method != defaults.Method ? defaults with { Method = options.Method, MethodParameters = MethodParameters.None } : defaults);

    /// <summary>An option's value as people read it: a method by its title, a missing file as "none".</summary>
    internal static string TitleOf(OptionSpec field, string value) => value.Length == 0 ? "none"
        : field.Name == nameof(TrainingOptions.Method) ? MethodCatalogue.Find(value).Title
        : value;

    /// <summary>Whether an option has another value than this machine's default; one that has no effect beside <paramref name="options"/> has not.</summary>
    internal static bool IsChanged(OptionSpec field, TrainingOptions defaults, TrainingOptions options) =>
        field.Applies(options) && field.Read(options) != DefaultOf(field, defaults, options);

    /// <summary>The options after another backbone was chosen in <paramref name="chosen"/>: its family's width comes with it where the person has chosen none, that of this machine's defaults for theirs.</summary>
    internal static TrainingOptions WithBackbone(TrainingOptions before, TrainingOptions chosen, TrainingOptions defaults)
    {
        return chosen with { Width = before.Width == Own(before.Backbone) ? Own(chosen.Backbone) : before.Width };

        int Own(string backbone) => BackboneFactory.DefaultWidth(backbone) is var width && width == BackboneFactory.DefaultWidth(defaults.Backbone) ? defaults.Width : width;
    }

    /// <summary>This machine's defaults with a preset on top; a preset of the empty name is the defaults themselves.</summary>
    internal static TrainingOptions WithPreset(string name, TrainingOptions defaults) => name.Length == 0 ? defaults : OptionPresets.Find(name).Apply(defaults);
}
