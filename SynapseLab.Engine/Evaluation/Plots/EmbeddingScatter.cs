namespace SynapseLab.Engine.Evaluation.Plots;

/// <summary>A two-dimensional picture of the embeddings, one mark a synapse, coloured by category.</summary>
public static class EmbeddingScatter
{
    /// <summary>The UMAP picture coloured by cluster.</summary>
    public static string ByCluster(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Draw($"UMAP by cluster (k = {report.ClusterCount})", report, [.. report.Clusters.Select(c => $"cluster {c}")], report.Clusters);
    }

    /// <summary>The UMAP picture coloured by bounding box.</summary>
    public static string ByBoundingBox(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        List<string> boxes = [.. report.Points.Select(p => p.BoundingBox).Distinct()];
        return Draw("UMAP by bounding box", report, [.. report.Points.Select(p => p.BoundingBox)], [.. report.Points.Select(p => boxes.IndexOf(p.BoundingBox))]);
    }

    private static string Draw(string title, EvaluationReport report, string[] names, int[] categories)
    {
        float[] umap = report.Umap;
        SvgPlot plot = new(
            title,
            PlotAxis.Around("UMAP 1 (no unit)", umap.Where((_, i) => i % 2 == 0).Select(v => (double)v), showTicks: false),
            PlotAxis.Around("UMAP 2 (no unit)", umap.Where((_, i) => i % 2 == 1).Select(v => (double)v), showTicks: false));
        for (int i = 0; i < categories.Length; i++)
        {
            plot.AddMark(umap[2 * i], umap[(2 * i) + 1], categories[i], $"{report.Points[i].FullId}, {names[i]}");
        }
        foreach ((int category, int row) in categories.Select((c, i) => (c, i)).DistinctBy(p => p.c).OrderBy(p => p.c))
        {
            if (category < PlotStyle.DistinctCategoryCount)
            {
                plot.AddLegend(category, $"{names[row]} ({categories.Count(c => c == category)})");
            }
        }
        int rest = categories.Count(c => c >= PlotStyle.DistinctCategoryCount);
        if (rest > 0)
        {
            plot.AddLegend(PlotStyle.DistinctCategoryCount, $"others ({rest})");
        }
        return plot.ToSvg();
    }
}
