using static SynapseLab.Engine.Evaluation.RowArithmetic;

namespace SynapseLab.Engine.Evaluation;

/// <summary>A symmetric matrix to tridiagonal form (Golub and Van Loan, Matrix Computations, §8.3.1). O(n³), float64.</summary>
internal static class HouseholderReduction
{
    /// <summary>A ← HAH for reflections H = I − 2vvᵀ that zero all below the subdiagonal; returns the v as rows.</summary>
    public static double[] Tridiagonalise(double[] a, int n)
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
    public static double[] AccumulateRows(double[] reflections, int n)
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
}
