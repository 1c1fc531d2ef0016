using System.Globalization;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Extraction;

/// <summary>Where a run's extracted features lie: features/NAME, one folder a choice of layer and pooling; the same choice again replaces them.</summary>
internal static class FeatureFolder
{
    /// <summary>The folder of all of them, inside the run's.</summary>
    internal const string Root = "features";

    /// <summary>Whether the run's network has layers to choose from.</summary>
    internal static bool HasLayers(TrainingOptions options) => options.Backbone == "vgg3d";

    /// <summary>E.g. "layer20-avg", "last-layer-spp"; "embedding" for networks without a choice.</summary>
    internal static string NameOf(TrainingOptions options, int layer, string pooling) => !HasLayers(options) ? "embedding"
        : (layer < 0 ? "last-layer" : string.Create(CultureInfo.InvariantCulture, $"layer{layer}")) + "-" + pooling.Replace('+', '-');

    /// <summary>The names that are there.</summary>
    internal static IReadOnlyList<string> Names(string runDir)
    {
        string root = Path.Combine(runDir, Root);
        return Directory.Exists(root) ? [.. Directory.EnumerateDirectories(root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)] : [];
    }
}
