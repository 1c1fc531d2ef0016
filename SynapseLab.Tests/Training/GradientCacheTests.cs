using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Models;
using SynapseLab.Engine.Training;
using TorchSharp;
using TorchSharp.Modules;
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
        double[][] expected = Gradients(method);

        method.zero_grad();
        var (loss, _) = new GradientCache(method, Batch, micro, () => null).Backward(inputs);

        Assert.Equal(whole.ToDouble(), loss.ToDouble(), 12);
        Assert.All(expected.Zip(Gradients(method)), pair => Assert.All(pair.First.Zip(pair.Second), value => Assert.Equal(value.First, value.Second, 12)));
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

    private static double[][] Gradients(Method method) =>
        [.. method.parameters().Where(parameter => parameter.grad is not null).Select(parameter => parameter.grad!.data<double>().ToArray())];

    /// <summary>Two linear layers, NT-Xent written out in float64 (the engine's own is float32 by design).</summary>
    private sealed class PlainContrast : Method
    {
        private readonly Sequential _layers;

        internal PlainContrast(bool normalises = false)
            : base(nameof(PlainContrast), Unused())
        {
            nn.Module<Tensor, Tensor> norm = normalises ? nn.BatchNorm1d(7) : nn.ReLU();
            (string, nn.Module<Tensor, Tensor>)[] layers = [("0", nn.Linear(5, 7)), ("1", norm), ("2", nn.ReLU()), ("3", nn.Linear(7, 4))];
            _layers = nn.Sequential(layers);
            register_module("layers", _layers);
            WeightInit.Kaiming(_layers, new Generator(1));
            _layers.to(float64);
        }

        public override Tensor[] Encode(Tensor inputs) => [_layers.call(inputs)];

        public override Tensor Loss(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> targets)
        {
            var z = nn.functional.normalize(outputs[0], dim: 1);
            var similarity = z.matmul(z.t()) / 0.5;
            var others = similarity.masked_fill(eye(2 * Batch, dtype: ScalarType.Bool), double.NegativeInfinity).logsumexp(1);
            return others.mean() - similarity.diagonal(Batch).mean();
        }

        private static Backbone Unused() => BackboneFactory.Describe("resnet3d18", "k7s2", 1, 1, true).Build(new Generator(0));
    }
}
