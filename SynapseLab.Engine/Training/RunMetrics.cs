using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>The figures a run shows every few epochs.</summary>
internal static class RunMetrics
{
    private const int MostCubes = 2000;

    /// <summary>Silhouette, Hopkins and probe figures of up to 2,000 cubes, spread evenly over the set; null when there are too few cubes to say anything. Averaged weights where they are kept.</summary>
    internal static (MetricsComputed Event, ProbeFigures Figures)? Compute(
        TrainingState state, ICubeSource cubes, ViewPair augmentation, long seed, Device device, CancellationToken cancellationToken)
    {
        int count = Math.Min(cubes.ProbeCount, MostCubes);
        int[] indices = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * cubes.ProbeCount / count))];
        using var averaged = state.UseAverage();
        double[] greyMeans = new double[count];
        var embeddings = EmbeddingPass.Embed(
            state.Method.Backbone, cubes, indices, device, null, cancellationToken, (first, batch) => GreyMeans(batch, cubes, greyMeans.AsSpan(first)));
        var metrics = QuickMetrics.Compute(embeddings, unchecked((ulong)seed), cancellationToken);
        if (metrics.Silhouette is null || metrics.Hopkins is null)
        {
            return null;
        }

        var pairs = ProbePass.Measure(state.Method, cubes, augmentation, device);
        var figures = ProbeFigures.Compute(embeddings, greyMeans, pairs, cubes, indices, unchecked((ulong)seed));
        return (new MetricsComputed
        {
            Silhouette = metrics.Silhouette.Score,
            SilhouetteClusters = metrics.Silhouette.ClusterCount,
            BestSilhouette = metrics.BestSilhouette?.Score,
            BestSilhouetteClusters = metrics.BestSilhouette?.ClusterCount,
            SampleCount = metrics.SampleCount,
            HopkinsMean = metrics.Hopkins.Mean,
            HopkinsStandardDeviation = metrics.Hopkins.StandardDeviation,
            EmbeddingDimension = metrics.EmbeddingDimension,
            RankMe = figures.RankMe,
            SingularValues = new([.. figures.SingularValues.Select(value => (float)value)]),
            Alignment = pairs?.Alignment,
            Uniformity = pairs?.Uniformity,
            PositiveCosine = pairs?.PositiveCosine,
            NegativeCosine = pairs?.NegativeCosine,
            KnnAccuracy = figures.Knn,
            LinearProbeAccuracy = figures.LinearAccuracy,
            MajorityFraction = figures.MajorityFraction,
            IntensityR2 = figures.IntensityR2,
        }, figures);
    }

    /// <summary>Mean of each cube's raw channel.</summary>
    private static void GreyMeans(float[] batch, ICubeSource cubes, Span<double> means)
    {
        int voxels = cubes.CubeLength / cubes.ChannelCount;
        for (int i = 0; i < batch.Length / cubes.CubeLength; i++)
        {
            double sum = 0;
            foreach (float value in batch.AsSpan(i * cubes.CubeLength, voxels))
            {
                sum += value;
            }

            means[i] = sum / voxels;
        }
    }
}
