using System.Globalization;
using SynapseLab.Engine.Optimisation.Schedules;

namespace SynapseLab.Engine.Training;

/// <summary>The schedule that options ask for, its lengths turned from epochs into optimiser steps.</summary>
internal static class ScheduleChoice
{
    /// <summary>Names in options.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["constant", "step", "plateau", "cosine", "warm-restarts"];

    /// <summary>Steps of warm-up; one longer than half the run is cut to half.</summary>
    internal static long WarmUpSteps(TrainingOptions options, int stepsPerEpoch) =>
        (long)Math.Round(Math.Min(options.WarmupEpochs, options.Epochs / 2.0) * stepsPerEpoch);

    /// <summary>One sentence where the run is too short for its warm-up; else null.</summary>
    internal static string? CutSentence(TrainingOptions options) => options.WarmupEpochs <= options.Epochs / 2.0 ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"The learning rate warms up over {options.Epochs / 2.0} epochs instead of {options.WarmupEpochs}: a warm-up takes at most half of a run, and this one has {options.Epochs}.");

    /// <summary>Warm-up, then the schedule; a warm-up longer than half the run is cut to half.</summary>
    /// <exception cref="EngineException">There is no such schedule.</exception>
    internal static ISchedule Create(TrainingOptions options, int stepsPerEpoch)
    {
        long total = (long)options.Epochs * stepsPerEpoch;
        long warmup = WarmUpSteps(options, stepsPerEpoch);
        return new WarmUp(warmup, options.Schedule switch
        {
            "constant" => new ConstantSchedule(),
            "step" => new StepSchedule(Steps(options.StepEpochs), options.StepFactor),
            "plateau" => new PlateauSchedule(options.PlateauPatience, options.PlateauFactor),
            "cosine" => new CosineSchedule(total - warmup),
            "warm-restarts" => new WarmRestartSchedule(Steps(options.RestartEpochs)),
            _ => throw new EngineException($"Expected a schedule {string.Join(", ", Names)}, got '{options.Schedule}'."),
        });

        long Steps(double epochs) => Math.Max(1, (long)Math.Round(epochs * stepsPerEpoch));
    }
}
