using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>The pipeline of a run follows from the set that it trains on: options that fit a set, and sets that fit a preset.</summary>
internal static class SetChoice
{
    // The seed's edge, where nothing says otherwise.
    private const int SeedCubeSize = 80;

    /// <summary>Values that suit a set and a device; random cubes are as large as the cubes of their dataset, on which they can then be evaluated.</summary>
    /// <param name="set">What it trains on.</param>
    /// <param name="ready">All sets that are ready.</param>
    /// <param name="device">What it trains with.</param>
    internal static TrainingOptions Defaults(CubeSet set, IReadOnlyList<CubeSet> ready, DeviceInfo device)
    {
        if (set.Kind != CubeSetKind.Boxes)
        {
            RunCubes cubes = RunCubes.Of(set, new());
            return TrainingDefaults.For(cubes.Count, cubes.Size, cubes.Channels, device);
        }

        int size = ready.Where(other => EvaluationCubes.Fit(set, other) && other.CubeSize <= set.SmallestEdge)
            .Select(other => other.CubeSize).FirstOrDefault(SeedCubeSize);
        return TrainingDefaults.ForBoxes(set.BoxCount, Largest(set, size), device);
    }

    /// <summary>The options with the set's pipeline, and no value that cannot be in it.</summary>
    internal static TrainingOptions Fit(TrainingOptions options, CubeSet set)
    {
        var fit = (TrainingOptions)OptionSchema.Find(nameof(TrainingOptions.Pipeline))!.Set(options, set.Kind);
        if (set.Kind != CubeSetKind.Boxes)
        {
            return fit;
        }

        return fit with
        {
            Augmentation = Allows(set.Kind, fit.Augmentation) ? fit.Augmentation : "bbox",
            CubeSize = Largest(set, fit.CubeSize),
        };
    }

    /// <summary>Whether a pipeline can have an augmentation, by the engine's own rules.</summary>
    internal static bool Allows(string pipeline, string augmentation) =>
        !new TrainingOptions { Pipeline = pipeline, Augmentation = augmentation }.Validate().Any(error => error.Option == nameof(TrainingOptions.Augmentation));

    /// <summary>The set for options of a preset: the chosen one where the pipeline is its own, else the newest of its dataset; null when there is none.</summary>
    internal static CubeSet? For(TrainingOptions preset, CubeSet chosen, IReadOnlyList<CubeSet> ready) => preset.Pipeline == chosen.Kind
        ? chosen
        : ready.FirstOrDefault(set => set.Kind == preset.Pipeline && set.DatasetId == chosen.DatasetId);

    /// <summary>What is missing where <see cref="For"/> finds none.</summary>
    internal static string Missing(OptionPreset preset, TrainingOptions options, CubeSet chosen) =>
        $"{preset.Title} trains on {(options.Pipeline == CubeSetKind.Boxes ? "random cubes out of whole boxes" : "cubes around synapses")}, and {chosen.Dataset?.Name} has none prepared: "
        + "prepare them on the dataset's page and choose the preset again. The fields stay as they were.";

    // Even, and inside the smallest box.
    private static int Largest(CubeSet boxes, int size) => Math.Min(size, boxes.SmallestEdge / 2 * 2);
}
