using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Losses;

/// <summary>Rows of doubles for the naive twins, and gradients of a twin by differences.</summary>
internal static class Rows
{
    internal static double[][] Of(Tensor x) => [.. x.to(ScalarType.Float64).data<double>().ToArray().Chunk((int)x.shape[1])];

    internal static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    internal static double Cosine(double[] a, double[] b) => Dot(a, b) / Math.Sqrt(Dot(a, a) * Dot(b, b));

    /// <summary>The gradient that torch gives for <paramref name="loss"/> at <paramref name="x"/> against central differences of its twin.</summary>
    internal static void AssertGradient(Tensor x, Func<Tensor, Tensor> loss, Func<double[][], double> twin, double tolerance = 1e-3)
    {
        const double Step = 1e-4;
        var leaf = x.clone().requires_grad_();
        loss(leaf).backward();
        double[][] gradient = Of(leaf.grad!);
        double[][] rows = Of(x);
        Assert.Contains(gradient, row => row.Any(value => Math.Abs(value) > 10 * tolerance));
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
            {
                double before = rows[i][j];
                rows[i][j] = before + Step;
                double above = twin(rows);
                rows[i][j] = before - Step;
                double below = twin(rows);
                rows[i][j] = before;
                Assert.Equal((above - below) / (2 * Step), gradient[i][j], tolerance);
            }
        }
    }
}
