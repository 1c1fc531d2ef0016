using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(60)]
    public void Decompose_RandomMatrix_SatisfiesTheDefinition(int n)
    {
        SeededRandom random = new(5);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = i; j < n; j++)
            {
                a[(i * n) + j] = a[(j * n) + i] = random.NextGaussian();
            }
        }
        (double[] values, double[] vectors) = SymmetricEigen.Decompose([.. a], n);
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++)
            {
                double product = Enumerable.Range(0, n).Sum(j => a[(i * n) + j] * vectors[(k * n) + j]);
                Assert.Equal(values[k] * vectors[(k * n) + i], product, 1e-10);
            }
            for (int other = 0; other < n; other++)
            {
                double product = Enumerable.Range(0, n).Sum(i => vectors[(k * n) + i] * vectors[(other * n) + i]);
                Assert.Equal(k == other ? 1 : 0, product, 1e-10);
            }
        }
        Assert.Equal(values.OrderDescending(), values);
    }
}
