using System.Text;

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
        MakeFolder(outputDir);
        EmbeddingMatrix x = report.Embeddings;
        NpyFile.Write(Path.Combine(outputDir, EmbeddingsName), x.Values, x.Count, x.Dimension);
        WriteText(Path.Combine(outputDir, TableName), EmbeddingCsv.Format(report));
        WriteText(Path.Combine(outputDir, MetricsName), MetricsJson.Format(report));
        WriteText(Path.Combine(outputDir, ReportName), ReportPage.Format(report));
    }

    /// <summary>Makes the folder when it is missing.</summary>
    /// <exception cref="EngineException">It cannot be made.</exception>
    public static void MakeFolder(string outputDir)
    {
        try
        {
            Directory.CreateDirectory(outputDir);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The output folder {outputDir} could not be made: {e.Message} Choose another folder.", e);
        }
    }

    private static void WriteText(string path, string text) =>
        WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
}
