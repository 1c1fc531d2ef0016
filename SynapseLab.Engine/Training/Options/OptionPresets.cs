using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Methods;

namespace SynapseLab.Engine.Training;

/// <summary>The presets that form and command line offer (domain §§5, 7, 8).</summary>
public static class OptionPresets
{
    /// <summary>All presets, in the order of the form.</summary>
    public static IReadOnlyList<OptionPreset> All { get; } =
    [
        new("seed-simclr", "Seed SimCLR",
            "The SimCLR seed's network, views and loss; AdamW in place of its LARS, which at the seed's rate hardly moves the weights.", SeedSimClr),
        new("seed-bbox", "Seed bbox",
            "The SimCLR seed's settings for random cubes out of whole bounding boxes (pipeline bbox), with its two streams of views.", SeedBox),
        new("seed-vgg", "Seed VGG",
            "The VGG3D seed's fine-tuning, for cubes of 80³ voxels with one channel; give the checkpoint to begin with as initial weights.", SeedVgg),
        new("synapseclr-like", "SynapseCLR-like",
            "A 3D ResNet-18 with the views that SynapseCLR published: free rotation, intensity curves of each section, cut-outs.", SynapseClr),
        new("quick-look", "Quick look",
            "A narrow network and few epochs: shows within minutes whether data and settings hold together, not how good they can get.", QuickLook),
    ];

    /// <summary>Their names on the command line.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(preset => preset.Name)];

    /// <summary>The preset of a name.</summary>
    /// <exception cref="EngineException">There is none.</exception>
    public static OptionPreset Find(string name) => All.FirstOrDefault(preset => preset.Name == name)
        ?? throw new EngineException($"Expected a preset ({string.Join(", ", Names)}), got '{name}'.");

    private static TrainingOptions SeedSimClr(TrainingOptions options) => ResNet18(options) with
    {
        Pipeline = CubeSourceChoice.Synapse,
        MethodParameters = Contrast(temperature: 0.07, hidden: 512, output: 128),
        Augmentation = "seed",
        BatchSize = 32,
        Schedule = "constant",
    };

    private static TrainingOptions SeedBox(TrainingOptions options) => ResNet18(options) with
    {
        Pipeline = CubeSourceChoice.BoundingBox,
        MethodParameters = Contrast(temperature: 0.1, hidden: 2048, output: 256),
        Augmentation = "bbox",
        BatchSize = 64,
        Schedule = "constant",
    };

    private static TrainingOptions SynapseClr(TrainingOptions options) => ResNet18(options) with
    {
        Pipeline = CubeSourceChoice.Synapse,
        MethodParameters = MethodParameters.None,
        Augmentation = "em",
        Schedule = "cosine",
    };

    private static TrainingOptions SeedVgg(TrainingOptions options) => options with
    {
        Pipeline = CubeSourceChoice.Synapse,
        Method = "simclr",
        MethodParameters = Contrast(temperature: 0.07, hidden: 2048, output: 128),
        Backbone = "vgg3d",
        Width = 24,
        Normalisation = "batch",
        Pooling = "flatten", // 24,000 values of an 80³ cube, as V's projection head takes them
        LayerNum = -1,
        InputScaling = "signed",
        FreezeBackbone = false,
        StageToFinetune = -1,
        Augmentation = "vgg",
        AugmentationParameters = new AugmentationParameters(),
        Epochs = 100,
        BatchSize = 32,
        Optimizer = "adam",
        LearningRate = 1e-4,
        WeightDecay = 1e-4,
        WarmupEpochs = 0,
        Schedule = "constant",
    };

    private static TrainingOptions QuickLook(TrainingOptions options) => options with
    {
        Backbone = "resnet3d18",
        Width = 8,
        Stem = "k7s2",
        Epochs = 10,
        BatchSize = Math.Min(options.BatchSize, 16),
        WarmupEpochs = 1,
        EvaluateEveryEpochs = 2,
    };

    private static TrainingOptions ResNet18(TrainingOptions options) => options with
    {
        Method = "simclr",
        Backbone = "resnet3d18",
        Width = 64,
        Stem = "r3d",
        Normalisation = "batch",
        Pooling = "avg",
        InputScaling = InitialWeights.ByTheFile,
        Epochs = 200,
        Optimizer = "adamw",
        LearningRate = 1e-3,
        WeightDecay = 1e-4,
        WarmupEpochs = 10,
    };

    private static MethodParameters Contrast(double temperature, int hidden, int output) => MethodParameters.None
        .With(nameof(MethodParameter.Temperature), temperature)
        .With(nameof(MethodParameter.ProjectionHidden), hidden)
        .With(nameof(MethodParameter.ProjectionOutput), output);
}
