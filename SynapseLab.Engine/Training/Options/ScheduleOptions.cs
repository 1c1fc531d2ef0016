using static SynapseLab.Engine.Training.OptionSchema;

namespace SynapseLab.Engine.Training;

/// <summary>Options of the learning rate's course.</summary>
internal static class ScheduleOptions
{
    internal static IReadOnlyList<OptionSpec> All { get; } =
    [
        Real(nameof(TrainingOptions.WarmupEpochs), OptionTheme.Optimisation, "Warm-up", "epochs", "The learning rate rises linearly over these epochs, at most half of the run; the schedule counts from their end.", "seed 10", 0, 1_000_000,
            o => o.WarmupEpochs, (o, v) => o with { WarmupEpochs = v }),
        Word(nameof(TrainingOptions.Schedule), OptionTheme.Optimisation, "Schedule", "How the learning rate moves after the warm-up; cosine ends at 0 with the run.", "seed constant", ScheduleChoice.Names,
            o => o.Schedule, (o, v) => o with { Schedule = v }, "--scheduler-type"),
        Real(nameof(TrainingOptions.StepEpochs), OptionTheme.Optimisation, "Step every", "epochs", "How long the rate stays before it falls.", "ResNet paper 30", 0.001, 1_000_000,
            o => o.StepEpochs, (o, v) => o with { StepEpochs = v }).Within(OptionScope.Schedule("step")),
        Real(nameof(TrainingOptions.StepFactor), OptionTheme.Optimisation, "Step factor", "share of the rate", "What is left of the rate after each fall.", "ResNet paper 0.1", 1e-6, 1,
            o => o.StepFactor, (o, v) => o with { StepFactor = v }).Within(OptionScope.Schedule("step")),
        Whole(nameof(TrainingOptions.PlateauPatience), OptionTheme.Optimisation, "Plateau patience", "epochs", "Epochs without a better mean loss that are let pass before the rate falls.", "PyTorch 10", 0, 1_000_000,
            o => o.PlateauPatience, (o, v) => o with { PlateauPatience = (int)v }).Within(OptionScope.Schedule("plateau")),
        Real(nameof(TrainingOptions.PlateauFactor), OptionTheme.Optimisation, "Plateau factor", "share of the rate", "What is left of the rate after each fall.", "PyTorch 0.1", 1e-6, 1,
            o => o.PlateauFactor, (o, v) => o with { PlateauFactor = v }).Within(OptionScope.Schedule("plateau")),
        Real(nameof(TrainingOptions.RestartEpochs), OptionTheme.Optimisation, "Restart every", "epochs", "How long each cosine is before the rate jumps back to its peak.", "SGDR paper 10 … 200", 0.001, 1_000_000,
            o => o.RestartEpochs, (o, v) => o with { RestartEpochs = v }).Within(OptionScope.Schedule("warm-restarts")),
    ];
}
