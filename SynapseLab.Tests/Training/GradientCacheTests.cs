using SynapseLab.Engine.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training;

/// <summary>Micro-batches with cached gradients against the whole batch at once, in float64.</summary>
public sealed class GradientCacheTests
{
    private const int Batch = 6;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Backward_WithoutBatchNorm_GivesTheWholeBatchsLossAndGradients(int micro)
    {
        using var scope = NewDisposeScope();
        using var method = new PlainContrast();
        var inputs = randn(2 * Batch, 5, dtype: float64, generator: new Generator(3));
        var outputs = method.Encode(inputs);
        var whole = method.Loss(outputs, []);
        whole.backward();
        double[][] expected = method.Gradients();

        method.zero_grad();
        var (loss, _) = new GradientCache(method, Batch, micro, () => null).Backward(inputs);

        Assert.Equal(whole.ToDouble(), loss.ToDouble(), 12);
        Assert.All(expected.Zip(method.Gradients()), pair => Assert.All(pair.First.Zip(pair.Second), value => Assert.Equal(value.First, value.Second, 12)));
        Assert.Contains(expected, gradient => gradient.Any(value => Math.Abs(value) > 1e-3));
    }

    [Fact]
    public void Backward_WithBatchNorm_UpdatesRunningStatisticsOncePerMicroBatch()
    {
        using var scope = NewDisposeScope();
        using var method = new PlainContrast(normalises: true);
        using var twin = new PlainContrast(normalises: true);
        var inputs = randn(2 * Batch, 5, dtype: float64, generator: new Generator(3));
        new GradientCache(method, Batch, 3, () => null).Backward(inputs);
        foreach (int part in (int[])[0, 3])
        {
            twin.Encode(cat([inputs.narrow(0, part, 3), inputs.narrow(0, Batch + part, 3)]));
        }

        Assert.All(
            method.state_dict().Zip(twin.state_dict()).Where(pair => pair.First.Key.StartsWith("layers.1.running", StringComparison.Ordinal)),
            pair => Assert.Equal(pair.Second.Value.data<double>().ToArray(), pair.First.Value.data<double>().ToArray()));
        Assert.NotEqual(0, method.state_dict()["layers.1.running_mean"].data<double>()[0]);
    }
}
