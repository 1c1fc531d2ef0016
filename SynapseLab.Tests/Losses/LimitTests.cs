using SynapseLab.Engine.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Losses;

/// <summary>Closed forms: where each loss has a value that one can say without computing.</summary>
public sealed class LimitTests : IDisposable
{
    // Columns of a Hadamard matrix: mean 0, variance 1, uncorrelated.
    private static readonly float[] s_orthogonal = [1, 1, 1, -1, 1, -1, 1, -1, -1, -1, -1, 1];

    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void InfoNce_AllAlike_IsChance(int n)
    {
        var same = ones(n, 4) * 3;

        Assert.Equal(Math.Log(1 + 7), InfoNceOverQueue.Loss(same, same, ones(7, 4), 0.07).ToDouble(), 1e-5);
        Assert.Equal(Math.Log(1 + 7), InfoNceOverQueue.AtChance(7), 1e-12);
        Assert.Equal(2 * 0.2 * Math.Log(n), InfoNceOverBatch.Loss(same, same, 0.2).ToDouble(), 1e-5);
        Assert.Equal(2 * 0.2 * Math.Log(n), InfoNceOverBatch.AtChance(n, 0.2), 1e-12);
    }

    [Fact]
    public void InfoNce_PairsAlikeAndOthersOpposite_GoesToZero()
    {
        var a = tensor(new float[] { 1, 0, -1, 0 }, [2, 2]);

        Assert.Equal(0, InfoNceOverBatch.Loss(a, a, 0.05).ToDouble(), 1e-6);
        Assert.Equal(0, InfoNceOverQueue.Loss(a.narrow(0, 0, 1), a.narrow(0, 0, 1), a.narrow(0, 1, 1), 0.05).ToDouble(), 1e-6);
    }

    [Fact]
    public void InfoNceOverQueue_QueueOfAnotherWidth_Throws() =>
        Assert.Throws<ArgumentException>(() => InfoNceOverQueue.Loss(ones(2, 3), ones(2, 3), ones(4, 2), 0.1));

    [Theory]
    [InlineData(5, 0, -1)]
    [InlineData(-5, 4, 1)]
    public void CosineLosses_AlignedOrOpposite_AreAtTheirEnds(double scale, double regression, double cosine)
    {
        var a = tensor(s_orthogonal, [4, 3]);

        Assert.Equal(regression, NormalisedRegression.Loss(a, a * scale).ToDouble(), 1e-6);
        Assert.Equal(cosine, NegativeCosine.Loss(a, a * scale).ToDouble(), 1e-6);
    }

    [Fact]
    public void NegativeCosine_Targets_GetNoGradient()
    {
        var prediction = tensor(s_orthogonal, [4, 3]).requires_grad_();
        var target = (prediction.detach() + 0.5).requires_grad_();
        NegativeCosine.Loss(prediction, target).backward();

        Assert.NotNull(prediction.grad);
        Assert.Null(target.grad);
    }

    [Fact]
    public void VarianceInvarianceCovariance_UncorrelatedViewsThatAgreeAndVary_IsZero()
    {
        var a = tensor(s_orthogonal, [4, 3]) * 2;

        Assert.Equal(0, VarianceInvarianceCovariance.Loss(a, a, 25, 25, 1).ToDouble(), 1e-6);
    }

    [Fact]
    public void VarianceInvarianceCovariance_ConstantOutputs_LackTheirVariance()
    {
        Assert.Equal(25 * (1 - Math.Sqrt(1e-4)), VarianceInvarianceCovariance.Loss(ones(4, 3), ones(4, 3), 25, 25, 1).ToDouble(), 1e-4);
        Assert.Equal(25 * 4, VarianceInvarianceCovariance.Loss(ones(4, 3), -ones(4, 3), 25, 0, 1).ToDouble(), 1e-4);
    }

    [Fact]
    public void CrossCorrelation_UncorrelatedViewsThatAgree_IsZero()
    {
        var a = tensor(s_orthogonal, [4, 3]);

        Assert.Equal(0, CrossCorrelation.Loss(a, (a * 7) + 3, 0.005).ToDouble(), 1e-5);
        Assert.Equal(3 * 4, CrossCorrelation.Loss(a, -a, 0.005).ToDouble(), 1e-3); // all of the diagonal is −1
        Assert.Equal(3 * 2 * 0.005, CrossCorrelation.Loss(a.narrow(1, 0, 1).expand(4, 3), a.narrow(1, 0, 1).expand(4, 3), 0.005).ToDouble(), 1e-5); // all is 1
    }

    [Fact]
    public void LossesOverABatch_OfOneRow_Throw()
    {
        Assert.Throws<ArgumentException>(() => VarianceInvarianceCovariance.Loss(ones(1, 3), ones(1, 3), 25, 25, 1));
        Assert.Throws<ArgumentException>(() => CrossCorrelation.Loss(ones(1, 3), ones(1, 3), 0.005));
    }

    [Fact]
    public void MaskedDifference_CountsHiddenVoxelsOnly_AndEachCubeAlike()
    {
        var target = zeros(2, 1, 1, 1, 4);
        var prediction = tensor(new float[] { 1, -3, 9, 9, 5, 9, 9, 9 }, [2, 1, 1, 1, 4]).requires_grad_();
        var mask = tensor(new float[] { 1, 1, 0, 0, 1, 0, 0, 0 }, [2, 1, 1, 1, 4]);
        var loss = MaskedDifference.PerCube(prediction, target, mask);
        loss.mean().backward();

        Assert.Equal([2f, 5f], loss.data<float>().ToArray());
        Assert.Equal([0.25f, -0.25f, 0, 0, 0.5f, 0, 0, 0], prediction.grad!.data<float>().ToArray());
        Assert.Equal([0f, 0f], MaskedDifference.PerCube(prediction, target, zeros_like(mask)).data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => MaskedDifference.PerCube(prediction, target, mask.narrow(0, 0, 1)));
    }
}
