using SynapseLab.Engine.Losses;
using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Losses;

public sealed class NtXentTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Generator _generator = new(3);

    public void Dispose()
    {
        _scope.Dispose();
        _generator.Dispose();
    }

    [Theory]
    [InlineData(1, 3, 0.5)]
    [InlineData(4, 8, 0.07)]
    [InlineData(7, 5, 1.0)]
    public void Loss_RandomProjections_EqualsTheTripleLoop(int n, int dimension, double temperature)
    {
        var (a, b) = (Random(n, dimension), Random(n, dimension));

        double expected = NaiveNtXent.Loss(Rows(a), Rows(b), temperature);
        double actual = NtXent.Loss(a, b, temperature).ToDouble();

        Assert.Equal(expected, actual, 1e-5 * Math.Max(1, expected));
    }

    [Fact]
    public void Loss_ViewsSwappedOrScaledOrReordered_StaysTheSame()
    {
        var (a, b) = (Random(5, 6), Random(5, 6));
        double loss = NtXent.Loss(a, b, 0.1).ToDouble();

        Assert.Equal(loss, NtXent.Loss(b, a, 0.1).ToDouble(), 1e-5);
        Assert.Equal(loss, NtXent.Loss(a * 7, b * 0.1, 0.1).ToDouble(), 1e-5);
        Assert.Equal(loss, NtXent.Loss(a.flip(0), b.flip(0), 0.1).ToDouble(), 1e-5);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    public void Loss_AllProjectionsCollinear_IsChance(int n)
    {
        var same = ones(n, 4) * 3;

        Assert.Equal(Math.Log((2 * n) - 1), NtXent.Loss(same, same, 0.07).ToDouble(), 1e-5);
        Assert.Equal(Math.Log((2 * n) - 1), NtXent.AtChance(n), 1e-12);
    }

    [Fact]
    public void Loss_PairsAlikeAndOthersOpposite_GoesToZero()
    {
        var a = tensor(new float[] { 1, 0, -1, 0 }, [2, 2]);

        Assert.Equal(0, NtXent.Loss(a, a, 0.05).ToDouble(), 1e-6);
    }

    [Fact]
    public void Gradient_OfTheLoss_MatchesFiniteDifferences()
    {
        const double Step = 1e-4;
        var (a, b) = (Random(3, 4), Random(3, 4));
        double[][] rows = Rows(a);
        var leaf = a.clone().requires_grad_();
        NtXent.Loss(leaf, b, 0.5).backward();
        float[] gradient = leaf.grad!.data<float>().ToArray();

        for (int i = 0; i < 12; i++)
        {
            double before = rows[i / 4][i % 4];
            rows[i / 4][i % 4] = before + Step;
            double above = NaiveNtXent.Loss(rows, Rows(b), 0.5);
            rows[i / 4][i % 4] = before - Step;
            double below = NaiveNtXent.Loss(rows, Rows(b), 0.5);
            rows[i / 4][i % 4] = before;
            Assert.Equal((above - below) / (2 * Step), gradient[i], 1e-4);
        }
    }

    [Fact]
    public void Loss_UnderAutocast_IsFloat32ToTheLastBit()
    {
        var (a, b) = (Random(8, 16), Random(8, 16));
        double expected = NtXent.Loss(a, b, 0.07).ToDouble();

        using var narrow = Autocast.Enter(DeviceType.CPU);
        var loss = NtXent.Loss(a, b, 0.07);

        Assert.Equal(ScalarType.Float32, loss.dtype);
        Assert.Equal(expected, loss.ToDouble());
    }

    [Fact]
    public void Loss_Float64Projections_StaysFloat64()
    {
        var (a, b) = (Random(7, 6).to(float64), Random(7, 6).to(float64));
        var loss = NtXent.Loss(a, b, 0.07);

        Assert.Equal(ScalarType.Float64, loss.dtype);
        Assert.Equal(NaiveNtXent.Loss(Rows(a), Rows(b), 0.07), loss.ToDouble(), 1e-12);
    }

    [Fact]
    public void Loss_ShapesDiffer_Throws() => Assert.Throws<ArgumentException>(() => NtXent.Loss(ones(2, 3), ones(3, 3), 0.1));

    private Tensor Random(int n, int dimension) => randn(n, dimension, generator: _generator);

    private static double[][] Rows(Tensor x) => [.. x.to(float64).data<double>().ToArray().Chunk((int)x.shape[1])];
}
