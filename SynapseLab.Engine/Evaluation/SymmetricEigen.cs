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
        double[] reflections = Tridiagonalise(a, n);
        double[] diagonal = new double[n], off = new double[n];
        for (int i = 0; i < n; i++)
        {
            diagonal[i] = a[(i * n) + i];
            off[i] = i + 1 < n ? a[(i * n) + i + 1] : 0;
        }
        double[] vectors = AccumulateRows(reflections, n);
        for (int l = 0; l < n; l++)
        {
            Isolate(l, diagonal, off, vectors, n);
        }
        return Sort(diagonal, vectors, n);
    }

    /// <summary>A ← HAH for reflections H = I − 2vvᵀ that zero all below the subdiagonal; returns the v as rows.</summary>
    private static double[] Tridiagonalise(double[] a, int n)
    {
        double[] reflections = new double[n * n];
        double[] q = new double[n];
        for (int k = 0; k + 2 < n; k++)
        {
            Span<double> v = reflections.AsSpan(k * n, n);
            a.AsSpan((k * n) + k + 1, n - k - 1).CopyTo(v[(k + 1)..]); // row k = column k
            double norm = Math.Sqrt(Dot(v, v));
            if (norm == 0)
            {
                continue;
            }
            v[k + 1] += Math.CopySign(norm, v[k + 1]);
            Scale(v, 1 / Math.Sqrt(Dot(v, v)));
            for (int i = k; i < n; i++)
            {
                q[i] = 2 * Dot(a.AsSpan((i * n) + k, n - k), v[k..]);
            }
            AddScaled(q.AsSpan(k), v[k..], -Dot(q.AsSpan(k), v[k..])); // q = 2Av − 2(vᵀAv)v
            for (int i = k; i < n; i++)
            {
                Span<double> row = a.AsSpan((i * n) + k, n - k);
                AddScaled(row, q.AsSpan(k), -v[i]);
                AddScaled(row, v[k..], -q[i]);
            }
        }
        return reflections;
    }

    /// <summary>(H₀H₁…)ᵀ, so that the later rotations combine contiguous rows.</summary>
    private static double[] AccumulateRows(double[] reflections, int n)
    {
        double[] rows = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            rows[(i * n) + i] = 1;
        }
        for (int k = n - 3; k >= 0; k--)
        {
            ReadOnlySpan<double> v = reflections.AsSpan(k * n, n);
            for (int i = k + 1; i < n; i++)
            {
                Span<double> row = rows.AsSpan(i * n, n); // row of Qᵀ: Qᵀ ← Qᵀ H
                AddScaled(row[(k + 1)..], v[(k + 1)..], -2 * Dot(row[(k + 1)..], v[(k + 1)..]));
            }
        }
        return rows;
    }

    /// <summary>Chases rotations until the off-diagonal element at <paramref name="l"/> is negligible.</summary>
    private static void Isolate(int l, double[] diagonal, double[] off, double[] vectors, int n)
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

    private static void Rotate(int l, int m, double[] diagonal, double[] off, double[] vectors, int n)
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
            RotateRows(vectors.AsSpan(i * n, n), vectors.AsSpan((i + 1) * n, n), cosine, sine);
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
