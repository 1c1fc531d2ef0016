using SynapseLab.Engine.Losses;
using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Losses;

/// <summary>What holds for every loss over two tensors (N, o): its naive twin, its gradient, its precision, its refusals.</summary>
public sealed class PairLossTests : IDisposable
{
    private static readonly double[][] s_queue = [[1, 0, 2], [-1, 1, 0.5], [0.3, -2, 1], [0, 0, -1], [2, 2, 2]];

    private static readonly Dictionary<string, (Func<Tensor, Tensor, Tensor> Loss, Func<double[][], double[][], double> Twin)> s_losses = new()
    {
        ["queue"] = ((a, b) => InfoNceOverQueue.Loss(a, b, Queue().to(a.dtype), 0.3), (a, b) => NaiveLosses.InfoNceOverQueue(a, b, s_queue, 0.3)),
        ["batch"] = ((a, b) => InfoNceOverBatch.Loss(a, b, 0.2), (a, b) => NaiveLosses.InfoNceOverBatch(a, b, 0.2)),
        ["regression"] = (NormalisedRegression.Loss, NaiveLosses.NormalisedRegression),
        ["cosine"] = (NegativeCosine.Loss, NaiveLosses.NegativeCosine),
        ["vicreg"] = ((a, b) => VarianceInvarianceCovariance.Loss(a, b, 25, 15, 2), (a, b) => NaiveLosses.VarianceInvarianceCovariance(a, b, 25, 15, 2)),
        ["barlow"] = ((a, b) => CrossCorrelation.Loss(a, b, 0.1), (a, b) => NaiveLosses.CrossCorrelation(a, b, 0.1)),
    };

    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Generator _generator = new(5);

    public static TheoryData<string> Losses => [.. s_losses.Keys];

    public void Dispose()
    {
        _scope.Dispose();
        _generator.Dispose();
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_RandomRows_EqualsTheNaiveLoops(string name)
    {
        var (loss, twin) = s_losses[name];
        foreach (int n in (int[])[2, 5, 9])
        {
            var (a, b) = (Draw(n), Draw(n));
            double expected = twin(Rows.Of(a), Rows.Of(b));

            Assert.Equal(expected, loss(a, b).ToDouble(), 1e-5 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Gradient_OfTheFirstTensor_MatchesFiniteDifferences(string name)
    {
        var (loss, twin) = s_losses[name];
        var (a, b) = (Draw(4), Draw(4));

        Rows.AssertGradient(a, x => loss(x, b), rows => twin(rows, Rows.Of(b)));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_RowsReorderedTogether_StaysTheSame(string name)
    {
        var (a, b) = (Draw(6), Draw(6));

        Assert.Equal(s_losses[name].Loss(a, b).ToDouble(), s_losses[name].Loss(a.flip(0), b.flip(0)).ToDouble(), 1e-4);
    }

    [Theory]
    [InlineData("regression")]
    [InlineData("cosine")]
    [InlineData("vicreg")]
    [InlineData("barlow")]
    public void Loss_ViewsSwapped_StaysTheSame(string name)
    {
        var (a, b) = (Draw(6), Draw(6));

        Assert.Equal(s_losses[name].Loss(a, b).ToDouble(), s_losses[name].Loss(b, a).ToDouble(), 1e-4);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_UnderAutocastOrOfNarrowRows_IsFloat32(string name)
    {
        var (a, b) = (Draw(8), Draw(8));
        double expected = s_losses[name].Loss(a, b).ToDouble();

        using var narrow = Autocast.Enter(DeviceType.CPU);
        var loss = s_losses[name].Loss(a, b);

        Assert.Equal(ScalarType.Float32, loss.dtype);
        Assert.Equal(expected, loss.ToDouble());
        Assert.Equal(ScalarType.Float32, s_losses[name].Loss(a.bfloat16(), b.bfloat16()).dtype);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_Float64Rows_StaysFloat64(string name)
    {
        var (loss, twin) = s_losses[name];
        var (a, b) = (Draw(7).to(float64), Draw(7).to(float64));
        var actual = loss(a, b);

        Assert.Equal(ScalarType.Float64, actual.dtype);
        Assert.Equal(twin(Rows.Of(a), Rows.Of(b)), actual.ToDouble(), 1e-11);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_ShapesDiffer_Throws(string name) => Assert.Throws<ArgumentException>(() => s_losses[name].Loss(ones(2, 3), ones(3, 3)));

    private static Tensor Queue() => tensor([.. s_queue.SelectMany(row => row)], [5, 3]);

    private Tensor Draw(int n) => randn(n, 3, generator: _generator);
}
