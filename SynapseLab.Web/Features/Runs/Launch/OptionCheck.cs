using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>What is wrong with options for a certain set: the engine's own rules, the set's pipeline, and cube and batch against its size.</summary>
internal static class OptionCheck
{
    /// <summary>The first error of each option; empty when the run can start.</summary>
    internal static IReadOnlyList<OptionError> Of(TrainingOptions options, CubeSet set) =>
        [.. options.Validate().Concat(OfSet(options, set)).DistinctBy(error => error.Option)];

    private static IEnumerable<OptionError> OfSet(TrainingOptions options, CubeSet set)
    {
        if (options.Pipeline != set.Kind)
        {
            yield return new(nameof(TrainingOptions.Pipeline), $"The set holds {set.Name()}, on which only the pipeline {set.Kind} can train; got {options.Pipeline}.");
            yield break;
        }

        bool isDrawn = set.Kind == CubeSetKind.Boxes;
        if (isDrawn && options.CubeSize > set.SmallestEdge)
        {
            yield return new(nameof(TrainingOptions.CubeSize), $"The smallest bounding box has an edge of {set.SmallestEdge} voxels: expected cubes of at most that, got {options.CubeSize}.");
        }

        int cubes = RunCubes.Of(set, options).Count;
        string there = isDrawn ? $"An epoch draws {cubes} cubes" : $"The set has {cubes} cubes";
        string orDraw = isDrawn ? ", or more cubes per bounding box" : "";
        long cubesPerStep = (long)options.BatchSize * options.GradientAccumulationSteps;
        if (options.BatchSize > cubes)
        {
            yield return new(nameof(TrainingOptions.BatchSize), $"{there}: expected a batch of at most {cubes}{orDraw}, got {options.BatchSize}.");
        }
        else if (cubesPerStep > cubes)
        {
            yield return new(nameof(TrainingOptions.GradientAccumulationSteps), $"{there}: {options.GradientAccumulationSteps} batches of {options.BatchSize} a step need {cubesPerStep}. Choose fewer, or smaller batches{orDraw}.");
        }
    }
}
