using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

/// <summary>Figures of positive pairs as loops over unit vectors.</summary>
internal static class NaivePairs
{
    internal static double Alignment(EmbeddingMatrix a, EmbeddingMatrix b) =>
        Enumerable.Range(0, a.Count).Average(i => Math.Pow(Distance(Unit(a, i), Unit(b, i)), 2));

    internal static double Uniformity(EmbeddingMatrix x)
    {
        List<double> kernels = [];
        for (int i = 0; i < x.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                kernels.Add(Math.Exp(-2 * Math.Pow(Distance(Unit(x, i), Unit(x, j)), 2)));
            }
        }
        return Math.Log(kernels.Average());
    }

    /// <summary>Over the 2n views: pairs of one cube, and pairs of different cubes.</summary>
    internal static (double Positive, double Negative) Cosines(EmbeddingMatrix a, EmbeddingMatrix b)
    {
        double[][] views = [.. Enumerable.Range(0, a.Count).Select(i => Unit(a, i)).Concat(Enumerable.Range(0, b.Count).Select(i => Unit(b, i)))];
        List<double> positive = [], negative = [];
        for (int i = 0; i < views.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double cosine = views[i].Zip(views[j], (x, y) => x * y).Sum();
                (i % a.Count == j % a.Count ? positive : negative).Add(cosine);
            }
        }
        return (positive.Average(), negative.Average());
    }

    internal static double Spread(EmbeddingMatrix x)
    {
        double[][] rows = [.. Enumerable.Range(0, x.Count).Select(i => Unit(x, i))];
        double[] deviations = [.. Enumerable.Range(0, x.Dimension).Select(c =>
            Math.Sqrt(rows.Average(row => row[c] * row[c]) - Math.Pow(rows.Average(row => row[c]), 2)))];
        return deviations.Average() * Math.Sqrt(x.Dimension);
    }

    private static double[] Unit(EmbeddingMatrix x, int i)
    {
        double[] row = [.. x.Row(i).ToArray().Select(value => (double)value)];
        double length = Math.Sqrt(row.Sum(value => value * value));
        return [.. row.Select(value => value / length)];
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
}
