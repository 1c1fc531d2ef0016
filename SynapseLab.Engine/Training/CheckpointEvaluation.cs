using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Engine.Training;

/// <summary>From a checkpoint to embeddings, metrics and report on disk.</summary>
public static class CheckpointEvaluation
{
    // Clusters, UMAP and null distributions of a checkpoint look the same for every viewer.
    private const ulong Seed = 42;

    /// <summary>Embeds all cubes, computes the report and writes its files into <paramref name="outputDir"/>.</summary>
    /// <param name="checkpointPath">As <see cref="EmbeddingExtractor.Extract"/> takes.</param>
    /// <param name="preprocDir">Folder of prepared cubes.</param>
    /// <param name="outputDir">Made when missing.</param>
    /// <param name="clusters">k of the clusters shown; null chooses.</param>
    /// <param name="device">auto, cpu or cuda:N.</param>
    /// <param name="progress">Embedding, then evaluation.</param>
    /// <param name="cancellationToken">Stops; nothing half-written stays.</param>
    /// <exception cref="EngineException">A folder, the checkpoint, the device or k is wrong; says which.</exception>
    public static EvaluationReport Run(
        string checkpointPath, string preprocDir, string outputDir, int? clusters, string device, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        using var cubes = CubeStore.Open(preprocDir);
        EvaluationReport.RequireClusterCount(clusters, cubes.Count);
        using var backbone = EmbeddingExtractor.Open(checkpointPath, cubes, device);
        OutputFolder.Make(outputDir); // embedding may take an hour: what can fail before it, fails before it
        var embeddings = EmbeddingExtractor.Embed(backbone, cubes, progress, cancellationToken);
        EmbeddingPointInfo[] points = [.. cubes.Entries.Select(cube => new EmbeddingPointInfo(cube.FullId, cube.BoundingBox, cube.Side, cube.Center))];
        var report = EvaluationReport.Compute(embeddings, points, clusters, Seed, progress, cancellationToken);
        EvaluationFiles.Write(report, outputDir);
        return report;
    }
}
