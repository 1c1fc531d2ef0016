using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

/// <summary>Matrices with a known structure.</summary>
internal static class Planted
{
    /// <summary>Gaussian clusters of unit spread whose centres lie about <paramref name="separation"/>·√d apart; row i is of cluster i mod k.</summary>
    public static EmbeddingMatrix Clusters(int count, int dimension, int clusterCount, double separation, int seed = 1)
    {
        SeededRandom random = new((ulong)seed);
        double[] centers = [.. Enumerable.Range(0, clusterCount * dimension).Select(_ => separation * random.NextGaussian())];
        float[] values = new float[count * dimension];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(centers[(i / dimension % clusterCount * dimension) + (i % dimension)] + random.NextGaussian());
        }
        return new EmbeddingMatrix(values, count, dimension);
    }

    public static int[] Labels(int count, int clusterCount) => [.. Enumerable.Range(0, count).Select(i => i % clusterCount)];

    public static EmbeddingMatrix Uniform(int count, int dimension, int seed)
    {
        SeededRandom random = new((ulong)seed);
        return new EmbeddingMatrix([.. Enumerable.Range(0, count * dimension).Select(_ => (float)random.NextDouble())], count, dimension);
    }

    public static EmbeddingMatrix Constant(int count, int dimension) => new(Enumerable.Repeat(0.3f, count * dimension).ToArray(), count, dimension);

    public static EmbeddingPointInfo[] Info(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new EmbeddingPointInfo($"bbox{1 + (i % 2)}_s{i}", $"bbox{1 + (i % 2)}", 1 + (i % 2), new Voxel(i, 2 * i, 3 * i)))];
}
