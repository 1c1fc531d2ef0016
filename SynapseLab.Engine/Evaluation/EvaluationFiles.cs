namespace SynapseLab.Engine.Evaluation;

/// <summary>The four files of an evaluation, each replaced only when the new one is whole.</summary>
public static class EvaluationFiles
{
    /// <summary>Embeddings, float32 (n, d).</summary>
    public const string EmbeddingsName = "embeddings.npy";

    /// <summary>One line a synapse.</summary>
    public const string TableName = "embeddings.csv";

    /// <summary>All figures.</summary>
    public const string MetricsName = "metrics.json";

    /// <summary>Self-contained page with the plots.</summary>
    public const string ReportName = "report.html";

    /// <summary>Writes the files; the folder is made when it is missing.</summary>
    /// <exception cref="EngineException">The folder or a file cannot be written.</exception>
    public static void Write(EvaluationReport report, string outputDir)
    {
        ArgumentNullException.ThrowIfNull(report);
        OutputFolder.Make(outputDir);
        EmbeddingMatrix x = report.Embeddings;
        NpyFile.Write(Path.Combine(outputDir, EmbeddingsName), x.Values, x.Count, x.Dimension);
        WholeFile.WriteText(Path.Combine(outputDir, TableName), EmbeddingCsv.Format(report));
        WholeFile.WriteText(Path.Combine(outputDir, MetricsName), MetricsJson.Format(report));
        WholeFile.WriteText(Path.Combine(outputDir, ReportName), ReportPage.Format(report));
    }
}
