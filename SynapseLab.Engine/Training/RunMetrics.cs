using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>The figures a run shows every few epochs.</summary>
internal static class RunMetrics
{
    private const int MostCubes = 2000;

    /// <summary>Silhouette and Hopkins of up to 2,000 cubes, spread evenly over the set; null when there are too few cubes to say anything. Averaged weights where they are kept.</summary>
    internal static MetricsComputed? Compute(TrainingState state, CubeReader reader, CubeStore cubes, long seed, Device device, CancellationToken cancellationToken)
    {
        int count = Math.Min(cubes.Count, MostCubes);
        int[] indices = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * cubes.Count / count))];
        using var averaged = state.UseAverage();
        var embeddings = EmbeddingPass.Embed(state.Method.Backbone, reader, cubes.ChannelCount, cubes.CubeSize, indices, device, null, cancellationToken);
        var metrics = QuickMetrics.Compute(embeddings, unchecked((ulong)seed), cancellationToken);
        if (metrics.Silhouette is null || metrics.Hopkins is null)
        {
            return null;
        }

        return new MetricsComputed
        {
            Silhouette = metrics.Silhouette.Score,
            SilhouetteClusters = metrics.Silhouette.ClusterCount,
            BestSilhouette = metrics.BestSilhouette?.Score,
            BestSilhouetteClusters = metrics.BestSilhouette?.ClusterCount,
            SampleCount = metrics.SampleCount,
            HopkinsMean = metrics.Hopkins.Mean,
            HopkinsStandardDeviation = metrics.Hopkins.StandardDeviation,
            EmbeddingDimension = metrics.EmbeddingDimension,
        };
    }
}
