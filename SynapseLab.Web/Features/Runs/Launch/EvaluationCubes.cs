using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>
/// The cubes on which a run's network is looked at. A run on cubes is evaluated on these; one on whole boxes has seen no synapse
/// as such, and is evaluated on cubes of its dataset with the channels and the size that it trained on.
/// </summary>
internal static class EvaluationCubes
{
    /// <summary>The set to embed; null when none fits.</summary>
    /// <param name="trained">What the run trained on.</param>
    /// <param name="options">Its options.</param>
    /// <param name="ready">Sets that are ready, the preferred ones first.</param>
    internal static CubeSet? Choose(CubeSet trained, TrainingOptions options, IEnumerable<CubeSet> ready) => trained.Kind == CubeSetKind.Boxes
        ? ready.FirstOrDefault(set => Fit(trained, set) && set.CubeSize == options.CubeSize)
        : trained;

    /// <summary>Whether cubes are of the same dataset as whole boxes, and have their channels.</summary>
    internal static bool Fit(CubeSet boxes, CubeSet cubes) =>
        cubes.Kind == CubeSetKind.Synapses && cubes.DatasetId == boxes.DatasetId && cubes.Channels == boxes.Channels;

    /// <summary>What to do where <see cref="Choose"/> finds none.</summary>
    internal static string Missing(CubeSet trained, TrainingOptions options) =>
        $"For an embedding of its synapses, prepare cubes of {options.CubeSize}³ with {trained.Channels} on the dataset's page: this run sees random cubes, not synapses.";
}
