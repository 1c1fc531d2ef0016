using SynapseLab.Engine.Methods;
using static SynapseLab.Engine.Training.OptionSchema;

namespace SynapseLab.Engine.Training;

/// <summary>The options that matter first.</summary>
internal static class FirstOptions
{
    internal static IReadOnlyList<OptionSpec> All { get; } =
    [
        Word(nameof(TrainingOptions.Method), OptionTheme.First, "Method", "What the network learns from.", "seed simclr", MethodCatalogue.Names,
            o => o.Method, (o, v) => o with { Method = v }),
        BoundingBoxOptions.Pipeline,
        Whole(nameof(TrainingOptions.Epochs), OptionTheme.First, "Epochs", "passes", "How often every cube is seen.", "seeds 100 and 200", 1, 1_000_000,
            o => o.Epochs, (o, v) => o with { Epochs = (int)v }, "--num-epochs"),
        Whole(nameof(TrainingOptions.BatchSize), OptionTheme.First, "Batch size", "cubes", "Cubes per step; a contrastive method tells each view apart from the batch's others, its negatives.", "seed 32", 2, 65_536,
            o => o.BatchSize, (o, v) => o with { BatchSize = (int)v }),
        Real(nameof(TrainingOptions.LearningRate), OptionTheme.First, "Learning rate", "at its peak", "Reached after the warm-up; then the schedule moves it.", "seed 0.001", 1e-12, 1000,
            o => o.LearningRate, (o, v) => o with { LearningRate = v }),
    ];
}
