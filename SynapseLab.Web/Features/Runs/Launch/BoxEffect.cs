using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>What options of a run on whole boxes mean beside what every run's do (<see cref="RunEffect"/>), in sentences.</summary>
internal static class BoxEffect
{
    /// <summary>What an epoch draws, what mask-aware adds, and on which cubes the network is looked at; none for a run on cubes, or while the size of a cube is wrong.</summary>
    internal static IEnumerable<string> Sentences(TrainingOptions options, CubeSet set, IReadOnlyList<CubeSet> ready)
    {
        if (set.Kind != CubeSetKind.Boxes || options.CubeSize > set.SmallestEdge || options.CubeSize % 2 != 0)
        {
            yield break;
        }

        RunCubes cubes = RunCubes.Of(set, options);
        long cubesPerStep = (long)options.BatchSize * options.GradientAccumulationSteps;
        string whole = cubesPerStep > 0 && cubes.Count % cubesPerStep is var left and > 0 ? $", of which the last {left} {Plural.Of(left, "makes", "make")} no whole step and {Plural.Of(left, "is", "are")} left out" : "";
        yield return $"Pipeline bbox: an epoch draws {Quantity.Count(cubes.Count)} cubes of {cubes.Size}³ anywhere in {Plural.Counted(set.BoxCount, "bounding box", "bounding boxes")}, others in each epoch{whole}.";
        if (options.MaskAware || options.MaskAwareAfterEpoch >= 0)
        {
            yield return $"{(options.MaskAware ? "A" : $"After {Plural.Counted(options.MaskAwareAfterEpoch, "epoch")} a")} cube is drawn again, up to 10 times, until it shows cleft: steps then take longer where clefts are rare.";
        }

        yield return EvaluationCubes.Choose(set, options, ready) is { } evaluated
            ? $"Metrics on the way are of 100 random cubes; at the end the {Quantity.Count(evaluated.CubeCount)} synapse cubes of {evaluated.CubeSize}³ are embedded."
            : $"Metrics on the way are of 100 random cubes. {EvaluationCubes.Missing(set, options)}";
    }
}
