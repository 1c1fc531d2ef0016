using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Training;
using static SynapseLab.Web.Features.Runs.Launch.OptionField;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>Every option of a run, in the form's order; the seed's values are those of domain §5, §7 and §8.</summary>
internal static class OptionFields
{
    internal const string Network = "Network";
    internal const string Optimisation = "Optimisation";
    internal const string Machine = "Machine and bookkeeping";

    /// <summary>The themes that are folded, in order.</summary>
    internal static IReadOnlyList<string> Themes { get; } = [Network, Optimisation, Machine];

    /// <summary>All fields; <paramref name="devices"/> are the names of this machine's.</summary>
    internal static IReadOnlyList<OptionField> For(IReadOnlyList<string> devices) =>
    [
        Whole(nameof(TrainingOptions.Epochs), "", "Epochs", "1 or more", "How often every cube is seen.", "seed 100",
            o => o.Epochs, (o, v) => o with { Epochs = (int)v }),
        Whole(nameof(TrainingOptions.BatchSize), "", "Batch size", "cubes", "Cubes per step; each view is told apart from 2·(batch − 1) others, its negatives.", "seed 32",
            o => o.BatchSize, (o, v) => o with { BatchSize = (int)v }),
        Real(nameof(TrainingOptions.LearningRate), "", "Learning rate", "at its peak", "Reached after the warm-up, then falls to 0 along a cosine.", "seed 0.001",
            o => o.LearningRate, (o, v) => o with { LearningRate = v }),
        Real(nameof(TrainingOptions.Temperature), "", "Temperature", "0.001 … 10", "Lower values press harder on the most similar negatives.", "seed 0.07; SimCLR paper 0.1 … 0.5",
            o => o.Temperature, (o, v) => o with { Temperature = v }),
        Word(nameof(TrainingOptions.Backbone), Network, "Backbone", "Depth of the 3D residual network.", "seed resnet3d18", ["resnet3d18", "resnet3d34", "resnet3d50"],
            o => o.Backbone, (o, v) => o with { Backbone = v }),
        Whole(nameof(TrainingOptions.Width), Network, "Width", "feature maps, 1 … 256", "Feature maps of the first stage; later stages have 2, 4 and 8 times as many. Half the width takes about a quarter of the time.", "seed 64",
            o => o.Width, (o, v) => o with { Width = (int)v }),
        Word(nameof(TrainingOptions.Stem), Network, "Stem", "First layer: r3d keeps z, k7s2 halves every axis and is several times faster.", "seed r3d", ["r3d", "k7s2"],
            o => o.Stem, (o, v) => o with { Stem = v }),
        Whole(nameof(TrainingOptions.ProjectionHidden), Network, "Projection, hidden", "features, 1 … 8192", "Hidden width of the projection head, which is thrown away after training.", "seed 512",
            o => o.ProjectionHidden, (o, v) => o with { ProjectionHidden = (int)v }),
        Whole(nameof(TrainingOptions.ProjectionOutput), Network, "Projection, output", "features, 2 … 4096", "Width of the vectors that the loss compares.", "seed 128",
            o => o.ProjectionOutput, (o, v) => o with { ProjectionOutput = (int)v }),
        Word(nameof(TrainingOptions.Optimizer), Optimisation, "Optimiser", "AdamW, or SGD with momentum 0.9.", "seed LARS, which hardly moves these weights", ["adamw", "sgd"],
            o => o.Optimizer, (o, v) => o with { Optimizer = v }),
        Real(nameof(TrainingOptions.WeightDecay), Optimisation, "Weight decay", "0 … 10", "Pulls weights towards 0; biases and batch norm are left out.", "seed 0.0001",
            o => o.WeightDecay, (o, v) => o with { WeightDecay = v }),
        Real(nameof(TrainingOptions.WarmupEpochs), Optimisation, "Warm-up", "epochs", "The learning rate rises linearly over these epochs.", "seed 10",
            o => o.WarmupEpochs, (o, v) => o with { WarmupEpochs = v }),
        Word(nameof(TrainingOptions.Augmentation), Optimisation, "Augmentation", "How the two views of a cube are made.", "seed", AugmentationPresets.Names,
            o => o.Augmentation, (o, v) => o with { Augmentation = v }),
        Whole(nameof(TrainingOptions.Seed), Optimisation, "Random seed", "any whole number", "Decides initial weights, order of cubes and every augmentation: same seed, same run.", "seed 42",
            o => o.Seed, (o, v) => o with { Seed = v }),
        Word(nameof(TrainingOptions.Device), Machine, "Device", "auto takes the first GPU, else the CPU.", "", ["auto", .. devices],
            o => o.Device, (o, v) => o with { Device = v }),
        Word(nameof(TrainingOptions.Precision), Machine, "Precision", "bfloat16 is faster on processors and GPUs that have it; weights and loss stay float32.", "seed mixed", ["float32", "bfloat16"],
            o => o.Precision, (o, v) => o with { Precision = v }),
        Whole(nameof(TrainingOptions.Threads), Machine, "CPU threads", "0 = as many as cores", "Fewer leave the machine for others.", "",
            o => o.Threads, (o, v) => o with { Threads = (int)v }),
        Whole(nameof(TrainingOptions.EvaluateEveryEpochs), Machine, "Metrics every", "epochs, 0 = never", "Embeds all cubes and measures silhouette and Hopkins.", "seed 10",
            o => o.EvaluateEveryEpochs, (o, v) => o with { EvaluateEveryEpochs = (int)v }),
        Whole(nameof(TrainingOptions.CheckpointEveryEpochs), Machine, "Checkpoint every", "epochs", "What a crash costs at most.", "seed 10",
            o => o.CheckpointEveryEpochs, (o, v) => o with { CheckpointEveryEpochs = (int)v }),
    ];
}
