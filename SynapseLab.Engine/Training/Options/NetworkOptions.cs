using static SynapseLab.Engine.Training.OptionSchema;

namespace SynapseLab.Engine.Training;

/// <summary>Options of the backbone.</summary>
internal static class NetworkOptions
{
    private static readonly string[] s_backbones = ["resnet3d18", "resnet3d34", "resnet3d50", "vgg3d"];
    private static readonly string[] s_stems = ["r3d", "k7s2"];
    private static readonly string[] s_normalisations = ["batch", "group"];
    private static readonly string[] s_poolings = ["avg", "max", "avg+max", "spp", "flatten"];
    private static readonly string[] s_scalings = [InitialWeights.ByTheFile, "unit", "signed", "z-score"];

    internal static IReadOnlyList<OptionSpec> All { get; } =
    [
        Word(nameof(TrainingOptions.Backbone), OptionTheme.Network, "Backbone", "Kind and depth of the network.", "seed resnet3d18", s_backbones,
            o => o.Backbone, NetworkChoice.Choose),
        Whole(nameof(TrainingOptions.Width), OptionTheme.Network, "Width", "feature maps", "Feature maps of the first stage; later stages have 2, 4 and 8 times as many. Half the width takes about a quarter of the time. vgg3d brings its own 24, unless another is given.", "seed 64, VGG 24", 1, 256,
            o => o.Width, (o, v) => o with { Width = (int)v }),
        Word(nameof(TrainingOptions.Stem), OptionTheme.Network, "Stem", "First layer: r3d keeps z, k7s2 halves every axis and is several times faster.", "seed r3d", s_stems,
            o => o.Stem, (o, v) => o with { Stem = v }).Within(new("the ResNets", o => o.Backbone != "vgg3d", o => o.Backbone)),
        Switch(nameof(TrainingOptions.StemMaxPool), OptionTheme.Network, "Stem pooling", "Whether the k7s2 stem ends with a max-pool that halves every axis once more.", "ResNet paper true",
            o => o.StemMaxPool, (o, v) => o with { StemMaxPool = v })
            .Within(new("the stem k7s2", o => o.Stem == "k7s2" && o.Backbone != "vgg3d", o => o.Backbone == "vgg3d" ? o.Backbone : o.Stem)),
        Word(nameof(TrainingOptions.Normalisation), OptionTheme.Network, "Normalisation", "batch over the batch; group within each cube, so that small batches do no harm.", "seeds batch", s_normalisations,
            o => o.Normalisation, (o, v) => o with { Normalisation = v }),
        Word(nameof(TrainingOptions.Pooling), OptionTheme.Network, "Pooling", "From the last feature maps to the embedding.", "seeds avg", s_poolings,
            o => o.Pooling, (o, v) => o with { Pooling = v }),
        Whole(nameof(TrainingOptions.LayerNum), OptionTheme.Network, "Layer", "-1 = last", "Module of the VGG's features whose output becomes the embedding.", "seed 20", -1, 33,
            o => o.LayerNum, (o, v) => o with { LayerNum = (int)v }).Within(new("the backbone vgg3d", o => o.Backbone == "vgg3d", o => o.Backbone)),
        Word(nameof(TrainingOptions.InputScaling), OptionTheme.Network, "Input scaling", "unit leaves raw in [0, 1]; signed makes it [-1, 1], as the hemibrain VGG3D wants; z-score does so in each cube; auto is what the network of the initial weights was trained on, else unit.", "seed VGG signed", s_scalings,
            o => o.InputScaling, (o, v) => o with { InputScaling = v }),
        new(nameof(TrainingOptions.InitialWeights), OptionKind.Text, OptionTheme.Network, "Initial weights", "A file of weights to begin with, on the server; empty for random ones.",
            o => o.InitialWeights, (o, v) => o with { InitialWeights = (string)v }),
        Switch(nameof(TrainingOptions.AllowPartialWeights), OptionTheme.Network, "Allow partial weights", "Begins also where the file lacks weights of the backbone, or has others; these are random then, and the log names them.", "seed false",
            o => o.AllowPartialWeights, (o, v) => o with { AllowPartialWeights = v }).Within(new("--initial-weights", o => o.InitialWeights.Length > 0, _ => "random ones")),
        Switch(nameof(TrainingOptions.FreezeBackbone), OptionTheme.Network, "Freeze the backbone", "Trains the head only.", "seed false",
            o => o.FreezeBackbone, (o, v) => o with { FreezeBackbone = v }),
        Whole(nameof(TrainingOptions.StageToFinetune), OptionTheme.Network, "Stage to fine-tune", "-1 = all", "Trains that stage and the head only.", "seed -1", -1, 4,
            o => o.StageToFinetune, (o, v) => o with { StageToFinetune = (int)v }),
    ];
}
