using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>What is wrong with options for a certain set: the engine's own rules, the set's pipeline, its cubes against network, views and method, batch and types.</summary>
internal static class OptionCheck
{
    /// <summary>The first error of each option; empty when the run can start.</summary>
    /// <param name="options">As the engine takes them.</param>
    /// <param name="set">What the run would train on.</param>
    /// <param name="types">Whether the synapses of a set have types; null where that is not known. Asked only where it matters.</param>
    internal static IReadOnlyList<OptionError> Of(TrainingOptions options, CubeSet set, Func<CubeSet, bool?> types) =>
        [.. options.Validate().Concat(OfSet(options, set, types)).DistinctBy(error => error.Option)];

    /// <summary>What would train, but is seldom meant.</summary>
    internal static IReadOnlyList<OptionError> Warnings(TrainingOptions options, CubeSet set) => [.. CubeRules.Warnings(options, RunCubes.Of(set, options).Channels)];

    private static IEnumerable<OptionError> OfSet(TrainingOptions options, CubeSet set, Func<CubeSet, bool?> types)
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

        (int cubes, int size, int channels) = RunCubes.Of(set, options);
        foreach (OptionError error in CubeRules.Errors(options, size, channels))
        {
            yield return error;
        }

        if (options is { BestBy: "knn", EvaluateEveryEpochs: > 0 } && types(set) is false)
        {
            yield return new(nameof(TrainingOptions.BestBy), isDrawn
                ? "Random cubes have no types, by which knn judges: choose another figure."
                : $"The synapses of this set have no types, by which knn judges; it needs two of at least {SynapseLabels.LeastMembers} synapses each, from a column \"type\" of the tables or the first words of Var1. Choose another figure, or give the tables such a column and prepare the cubes again.");
        }

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
