using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

/// <summary>Singular values by one-sided Jacobi rotations (Hestenes 1958) of the columns themselves: no product matrix, no Householder, no QL.</summary>
internal static class NaiveSingularValues
{
    /// <summary>Largest first, one for each column.</summary>
    internal static double[] Of(EmbeddingMatrix x, bool centred)
    {
        double[][] columns = [.. Enumerable.Range(0, x.Dimension).Select(c => Enumerable.Range(0, x.Count).Select(i => (double)x.Row(i)[c]).ToArray())];
        if (centred)
        {
            columns = [.. columns.Select(column => column.Select(value => value - column.Average()).ToArray())];
        }
        for (int sweep = 0; sweep < 40; sweep++)
        {
            for (int p = 0; p < columns.Length; p++)
            {
                for (int q = p + 1; q < columns.Length; q++)
                {
                    Orthogonalise(columns[p], columns[q]);
                }
            }
        }
        return [.. columns.Select(column => Math.Sqrt(Dot(column, column))).OrderDescending()];
    }

    private static void Orthogonalise(double[] a, double[] b)
    {
        double angle = 0.5 * Math.Atan2(2 * Dot(a, b), Dot(a, a) - Dot(b, b));
        (double sine, double cosine) = Math.SinCos(angle);
        for (int i = 0; i < a.Length; i++)
        {
            (a[i], b[i]) = ((cosine * a[i]) + (sine * b[i]), (cosine * b[i]) - (sine * a[i]));
        }
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
