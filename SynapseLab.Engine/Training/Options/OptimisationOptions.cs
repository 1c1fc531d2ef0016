using SynapseLab.Engine.Optimisation;
using static SynapseLab.Engine.Training.OptionSchema;

namespace SynapseLab.Engine.Training;

/// <summary>Options of optimiser and schedule.</summary>
internal static class OptimisationOptions
{
    internal static IReadOnlyList<OptionSpec> All { get; } =
    [
        Word(nameof(TrainingOptions.Optimizer), OptionTheme.Optimisation, "Optimiser", "AdamW, Adam, SGD (momentum 0.9), or LARS (momentum 0.9, trust 0.001), which wants rates of about 1.", "seed LARS at a rate that hardly moves weights", OptimizerCatalogue.Names,
            o => o.Optimizer, (o, v) => o with { Optimizer = v }),
        Real(nameof(TrainingOptions.WeightDecay), OptionTheme.Optimisation, "Weight decay", "", "Pulls weights towards 0; biases and batch norm are left out.", "seed 0.0001", 0, 10,
            o => o.WeightDecay, (o, v) => o with { WeightDecay = v }),
        .. ScheduleOptions.All,
        Real(nameof(TrainingOptions.ClipNorm), OptionTheme.Optimisation, "Gradient clipping", "norm, 0 = none", "Gradients whose common norm is greater are scaled down to it, against the rare batch that would throw the weights away. Healthy norms differ by method, from about 1 (BYOL) to thousands (Barlow Twins): look at the run's before you set it.", "", 0, 1_000_000,
            o => o.ClipNorm, (o, v) => o with { ClipNorm = v }),
        Real(nameof(TrainingOptions.EmaDecay), OptionTheme.Optimisation, "Weight averaging", "share of the past, 0 = off", "Metrics and the final backbone use a moving average of the backbone's weights.", "usual 0.99 … 0.9999", 0, 0.999999,
            o => o.EmaDecay, (o, v) => o with { EmaDecay = v }),
        Whole(nameof(TrainingOptions.Seed), OptionTheme.Optimisation, "Random seed", "any whole number", "Decides initial weights, order of cubes and every augmentation: same seed, same run.", "seed 42", double.NegativeInfinity, double.PositiveInfinity,
            o => o.Seed, (o, v) => o with { Seed = v }),
    ];
}
