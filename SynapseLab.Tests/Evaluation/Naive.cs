using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

/// <summary>Definitions written down as they are read, in float64.</summary>
internal static class Naive
{
    public static double Distance(EmbeddingMatrix x, int i, EmbeddingMatrix y, int j)
    {
        double sum = 0;
        for (int c = 0; c < x.Dimension; c++)
        {
            double difference = (double)x.Row(i)[c] - y.Row(j)[c];
            sum += difference * difference;
        }
        return Math.Sqrt(sum);
    }

    public static int[] Neighbours(EmbeddingMatrix x, int i) =>
        [.. Enumerable.Range(0, x.Count).Where(j => j != i).OrderBy(j => Distance(x, i, x, j)).ThenBy(j => j)];
}
