using SynapseLab.Engine.Augmentations;
using static SynapseLab.Engine.Training.OptionSchema;

namespace SynapseLab.Engine.Training;

/// <summary>Options of optimiser, schedule and augmentation.</summary>
internal static class OptimisationOptions
{
    private static readonly string[] s_optimizers = ["adamw", "sgd"];

    internal static IReadOnlyList<OptionSpec> All { get; } =
    [
        Word(nameof(TrainingOptions.Optimizer), OptionTheme.Optimisation, "Optimiser", "AdamW, or SGD with momentum 0.9.", "seed LARS, which hardly moves these weights", s_optimizers,
            o => o.Optimizer, (o, v) => o with { Optimizer = v }),
        Real(nameof(TrainingOptions.WeightDecay), OptionTheme.Optimisation, "Weight decay", "", "Pulls weights towards 0; biases and batch norm are left out.", "seed 0.0001", 0, 10,
            o => o.WeightDecay, (o, v) => o with { WeightDecay = v }),
        Real(nameof(TrainingOptions.WarmupEpochs), OptionTheme.Optimisation, "Warm-up", "epochs", "The learning rate rises linearly over these epochs.", "seed 10", 0, 1_000_000,
            o => o.WarmupEpochs, (o, v) => o with { WarmupEpochs = v }),
        Word(nameof(TrainingOptions.Augmentation), OptionTheme.Optimisation, "Augmentation", "How the views of a cube are made.", "seed", AugmentationPresets.Names,
            o => o.Augmentation, (o, v) => o with { Augmentation = v }),
        Whole(nameof(TrainingOptions.Seed), OptionTheme.Optimisation, "Random seed", "any whole number", "Decides initial weights, order of cubes and every augmentation: same seed, same run.", "seed 42", double.NegativeInfinity, double.PositiveInfinity,
            o => o.Seed, (o, v) => o with { Seed = v }),
    ];
}
