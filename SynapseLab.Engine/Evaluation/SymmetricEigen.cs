using static SynapseLab.Engine.Evaluation.RowArithmetic;

namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// All eigenvalues and eigenvectors of a symmetric matrix: Householder reflections to tridiagonal form, then implicit QL with Wilkinson's
/// shift (Golub and Van Loan, Matrix Computations, §8.3). O(n³), float64.
/// </summary>
internal static class SymmetricEigen
{
    private const int LargestSweepCount = 60;

    /// <param name="a">(n, n) row-major, symmetric; destroyed.</param>
    /// <param name="n">Order.</param>
    /// <returns>Eigenvalues, largest first, (n), and the eigenvectors as rows, (n, n) row-major.</returns>
    public static (double[] Values, double[] Vectors) Decompose(double[] a, int n)
    {
        double[] reflections = HouseholderReduction.Tridiagonalise(a, n);
        double[] vectors = HouseholderReduction.AccumulateRows(reflections, n);
        double[] diagonal = Diagonalise(a, n, vectors);
        return Sort(diagonal, vectors, n);
    }

    /// <summary>The eigenvalues alone, largest first, (n): about a quarter of the work.</summary>
    /// <param name="a">(n, n) row-major, symmetric; destroyed.</param>
    /// <param name="n">Order.</param>
    public static double[] Values(double[] a, int n)
    {
        HouseholderReduction.Tridiagonalise(a, n);
        return [.. Diagonalise(a, n, vectors: null).OrderDescending()];
    }

    private static double[] Diagonalise(double[] tridiagonal, int n, double[]? vectors)
    {
        double[] diagonal = new double[n], off = new double[n];
        for (int i = 0; i < n; i++)
        {
            diagonal[i] = tridiagonal[(i * n) + i];
            off[i] = i + 1 < n ? tridiagonal[(i * n) + i + 1] : 0;
        }
        for (int l = 0; l < n; l++)
        {
            Isolate(l, diagonal, off, vectors, n);
        }
        return diagonal;
    }

    /// <summary>Chases rotations until the off-diagonal element at <paramref name="l"/> is negligible.</summary>
    private static void Isolate(int l, double[] diagonal, double[] off, double[]? vectors, int n)
    {
        for (int sweep = 0; sweep < LargestSweepCount; sweep++)
        {
            int m = l;
            while (m + 1 < n && Math.Abs(off[m]) > double.Epsilon + (1.1e-16 * (Math.Abs(diagonal[m]) + Math.Abs(diagonal[m + 1]))))
            {
                m++;
            }
            if (m == l)
            {
                return;
            }
            Rotate(l, m, diagonal, off, vectors, n);
        }
        throw new EngineException("The eigenvalues of the embeddings' covariance did not converge; the embeddings hold values of too different magnitude.");
    }

    private static void Rotate(int l, int m, double[] diagonal, double[] off, double[]? vectors, int n)
    {
        double half = (diagonal[l + 1] - diagonal[l]) / (2 * off[l]);
        double g = diagonal[m] - diagonal[l] + (off[l] / (half + Math.CopySign(double.Hypot(half, 1), half)));
        double sine = 1, cosine = 1, shift = 0;
        for (int i = m - 1; i >= l; i--)
        {
            double f = sine * off[i], b = cosine * off[i];
            double r = double.Hypot(f, g);
            off[i + 1] = r;
            if (r == 0)
            {
                diagonal[i + 1] -= shift;
                off[m] = 0;
                return;
            }
            (sine, cosine) = (f / r, g / r);
            g = diagonal[i + 1] - shift;
            r = ((diagonal[i] - g) * sine) + (2 * cosine * b);
            shift = sine * r;
            diagonal[i + 1] = g + shift;
            g = (cosine * r) - b;
            if (vectors is not null)
            {
                RotateRows(vectors.AsSpan(i * n, n), vectors.AsSpan((i + 1) * n, n), cosine, sine);
            }
        }
        diagonal[l] -= shift;
        off[l] = g;
        off[m] = 0;
    }

    private static (double[] Values, double[] Vectors) Sort(double[] values, double[] vectors, int n)
    {
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => values[i])];
        double[] sorted = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            vectors.AsSpan(order[i] * n, n).CopyTo(sorted.AsSpan(i * n));
        }
        return ([.. order.Select(i => values[i])], sorted);
    }
}
