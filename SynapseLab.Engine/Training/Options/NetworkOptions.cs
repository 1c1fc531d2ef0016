using static SynapseLab.Engine.Training.OptionSchema;

namespace SynapseLab.Engine.Training;

/// <summary>Options of the backbone.</summary>
internal static class NetworkOptions
{
    private static readonly string[] s_backbones = ["resnet3d18", "resnet3d34", "resnet3d50"];
    private static readonly string[] s_stems = ["r3d", "k7s2"];

    internal static IReadOnlyList<OptionSpec> All { get; } =
    [
        Word(nameof(TrainingOptions.Backbone), OptionTheme.Network, "Backbone", "Kind and depth of the network.", "seed resnet3d18", s_backbones,
            o => o.Backbone, (o, v) => o with { Backbone = v }),
        Whole(nameof(TrainingOptions.Width), OptionTheme.Network, "Width", "feature maps", "Feature maps of the first stage; later stages have 2, 4 and 8 times as many. Half the width takes about a quarter of the time.", "seed 64", 1, 256,
            o => o.Width, (o, v) => o with { Width = (int)v }),
        Word(nameof(TrainingOptions.Stem), OptionTheme.Network, "Stem", "First layer: r3d keeps z, k7s2 halves every axis and is several times faster.", "seed r3d", s_stems,
            o => o.Stem, (o, v) => o with { Stem = v }),
        Switch(nameof(TrainingOptions.StemMaxPool), OptionTheme.Network, "Stem pooling", "Whether the k7s2 stem ends with a max-pool that halves every axis once more.", "ResNet paper true",
            o => o.StemMaxPool, (o, v) => o with { StemMaxPool = v }) with { Applies = o => o.Stem == "k7s2" },
    ];
}
