using static SynapseLab.Tests.Losses.Rows;

namespace SynapseLab.Tests.Losses;

/// <summary>The losses of the methods as loops over doubles, from the papers' equations.</summary>
internal static class NaiveLosses
{
    internal static double InfoNceOverQueue(double[][] queries, double[][] keys, double[][] queue, double temperature)
    {
        double sum = 0;
        for (int i = 0; i < queries.Length; i++)
        {
            double positive = Math.Exp(Cosine(queries[i], keys[i]) / temperature);
            double all = positive;
            foreach (double[] negative in queue)
            {
                all += Math.Exp(Cosine(queries[i], negative) / temperature);
            }

            sum -= Math.Log(positive / all);
        }

        return sum / queries.Length;
    }

    internal static double InfoNceOverBatch(double[][] queries, double[][] keys, double temperature)
    {
        double sum = 0;
        for (int i = 0; i < queries.Length; i++)
        {
            double all = 0;
            for (int k = 0; k < keys.Length; k++)
            {
                all += Math.Exp(Cosine(queries[i], keys[k]) / temperature);
            }

            sum -= Math.Log(Math.Exp(Cosine(queries[i], keys[i]) / temperature) / all);
        }

        return 2 * temperature * sum / queries.Length;
    }

    internal static double NormalisedRegression(double[][] predictions, double[][] targets)
    {
        double sum = 0;
        for (int i = 0; i < predictions.Length; i++)
        {
            for (int j = 0; j < predictions[i].Length; j++)
            {
                double difference = (predictions[i][j] / Math.Sqrt(Dot(predictions[i], predictions[i]))) - (targets[i][j] / Math.Sqrt(Dot(targets[i], targets[i])));
                sum += difference * difference;
            }
        }

        return sum / predictions.Length;
    }

    internal static double NegativeCosine(double[][] predictions, double[][] targets) => -predictions.Zip(targets, Cosine).Average();

    internal static double VarianceInvarianceCovariance(double[][] a, double[][] b, double invariance, double variance, double covariance)
    {
        var (n, o) = (a.Length, a[0].Length);
        double agreement = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < o; j++)
            {
                agreement += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]) / (n * o);
            }
        }

        double hinge = 0, redundancy = 0;
        foreach (double[][] z in (double[][][])[a, b])
        {
            for (int j = 0; j < o; j++)
            {
                hinge += Math.Max(0, 1 - Math.Sqrt(Covariance(z, j, z, j, n - 1) + 1e-4)) / o / 2;
                for (int k = 0; k < o; k++)
                {
                    redundancy += j == k ? 0 : Math.Pow(Covariance(z, j, z, k, n - 1), 2) / o;
                }
            }
        }

        return (invariance * agreement) + (variance * hinge) + (covariance * redundancy);
    }

    internal static double CrossCorrelation(double[][] a, double[][] b, double redundancy)
    {
        var (n, o) = (a.Length, a[0].Length);
        double sum = 0;
        for (int j = 0; j < o; j++)
        {
            for (int k = 0; k < o; k++)
            {
                double correlation = Covariance(a, j, b, k, n) / Math.Sqrt((Covariance(a, j, a, j, n) + 1e-5) * (Covariance(b, k, b, k, n) + 1e-5));
                sum += j == k ? (1 - correlation) * (1 - correlation) : redundancy * correlation * correlation;
            }
        }

        return sum;
    }

    private static double Covariance(double[][] a, int j, double[][] b, int k, int divisor)
    {
        double meanA = a.Average(row => row[j]), meanB = b.Average(row => row[k]);
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (a[i][j] - meanA) * (b[i][k] - meanB);
        }

        return sum / divisor;
    }
}
