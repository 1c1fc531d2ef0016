namespace SynapseLab.Tests.Losses;

/// <summary>Algorithm 1 of SimCLR as three loops over doubles.</summary>
internal static class NaiveNtXent
{
    internal static double Loss(double[][] view1, double[][] view2, double temperature)
    {
        int n = view1.Length;
        double[][] z = [.. view1.Concat(view2).Select(Normalise)];
        double sum = 0;
        for (int i = 0; i < 2 * n; i++)
        {
            double others = 0;
            for (int k = 0; k < 2 * n; k++)
            {
                if (k != i)
                {
                    others += Math.Exp(Dot(z[i], z[k]) / temperature);
                }
            }

            sum -= Math.Log(Math.Exp(Dot(z[i], z[(i + n) % (2 * n)]) / temperature) / others);
        }

        return sum / (2 * n);
    }

    private static double[] Normalise(double[] x) => [.. x.Select(value => value / Math.Sqrt(Dot(x, x)))];

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
