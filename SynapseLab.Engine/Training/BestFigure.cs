namespace SynapseLab.Engine.Training;

/// <summary>By which figure best.pt is chosen; more is better.</summary>
internal static class BestFigure
{
    /// <summary>Names in options.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["silhouette", "loss", "rankme", "hopkins", "knn"];

    /// <summary>The figure of this epoch; null where it was not measured, as a metric between two evaluations, or k-nearest neighbours without types.</summary>
    internal static double? Of(string name, double meanLoss, MetricsComputed? metrics) => name switch
    {
        "loss" => -meanLoss,
        "silhouette" => metrics?.Silhouette,
        "rankme" => metrics?.RankMe,
        "hopkins" => metrics?.HopkinsMean,
        "knn" => metrics?.KnnAccuracy,
        _ => throw new EngineException($"Expected a figure for best.pt ({string.Join(", ", Names)}), got '{name}'."),
    };
}
