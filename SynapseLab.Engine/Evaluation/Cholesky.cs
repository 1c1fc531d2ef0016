using static SynapseLab.Engine.Evaluation.RowArithmetic;

namespace SynapseLab.Engine.Evaluation;

/// <summary>Solves A v = b for a symmetric positive definite A = LLᵀ (Golub and Van Loan, Matrix Computations, §4.2). O(n³), float64.</summary>
internal static class Cholesky
{
    /// <param name="a">(n, n) row-major; its lower triangle becomes L.</param>
    /// <param name="b">(n); becomes v.</param>
    public static void Solve(double[] a, double[] b)
    {
        int n = b.Length;
        for (int i = 0; i < n; i++)
        {
            Span<double> row = a.AsSpan(i * n, n);
            for (int j = 0; j < i; j++)
            {
                row[j] = (row[j] - Dot(row[..j], a.AsSpan(j * n, j))) / a[(j * n) + j];
            }
            row[i] = Math.Sqrt(row[i] - Dot(row[..i], row[..i]));
            b[i] = (b[i] - Dot(row[..i], b.AsSpan(0, i))) / row[i]; // L w = b
        }
        for (int i = n - 1; i >= 0; i--) // Lᵀ v = w
        {
            b[i] /= a[(i * n) + i];
            AddScaled(b.AsSpan(0, i), a.AsSpan(i * n, i), -b[i]);
        }
    }
}
