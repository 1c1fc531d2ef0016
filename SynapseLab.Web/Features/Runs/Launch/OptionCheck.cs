using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>What is wrong with options for a certain cube set: the engine's own rules, and the batch against the set's size.</summary>
internal static class OptionCheck
{
    /// <summary>All errors; empty when the run can start.</summary>
    internal static IReadOnlyList<OptionError> Of(TrainingOptions options, int cubeCount)
    {
        IReadOnlyList<OptionError> errors = options.Validate();
        if (options.BatchSize > cubeCount)
        {
            return
            [
                .. errors,
                new(nameof(TrainingOptions.BatchSize), $"The set has {cubeCount} cubes: expected a batch of at most {cubeCount}, got {options.BatchSize}."),
            ];
        }

        long cubesPerStep = (long)options.BatchSize * options.GradientAccumulationSteps;
        return cubesPerStep <= cubeCount ? errors :
        [
            .. errors,
            new(nameof(TrainingOptions.GradientAccumulationSteps), $"The set has {cubeCount} cubes: {options.GradientAccumulationSteps} batches of {options.BatchSize} a step need {cubesPerStep}. Choose fewer, or smaller batches."),
        ];
    }
}
