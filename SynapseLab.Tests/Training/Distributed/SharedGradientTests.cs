using SynapseLab.Engine.Training;
using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training.Distributed;

/// <summary>The gradient that two processes make together against that of one process with the whole batch, in float64.</summary>
public sealed class SharedGradientTests
{
    private const int Batch = 6;
    private const int Digits = 12;

    [Fact]
    public void TwoProcesses_GiveTheGradientOfOne() => Ranks.Pass(typeof(SharedGradientTests), nameof(InEachOfTwoProcesses));

    [Fact(Explicit = true)]
    public void InEachOfTwoProcesses()
    {
        using var scope = NewDisposeScope();
        using var world = World.Join(WorldSettings.FromEnvironment() with { Timeout = TimeSpan.FromSeconds(60) }, CPU, _ => { });
        var inputs = randn(2 * Batch, 5, dtype: float64, generator: new Generator(3));

        foreach (int micro in (int[])[3, 1])
        {
            AssertSame(Whole(inputs, normalises: false), Shared(inputs, world, micro, normalises: false, synchronises: false));
        }

        var normalised = Whole(inputs, normalises: true);
        AssertSame(normalised, Shared(inputs, world, 3, normalises: true, synchronises: true));
        var apart = Shared(inputs, world, 3, normalises: true, synchronises: false);
        Assert.True(Math.Abs(apart.Loss - normalised.Loss) > 1e-6); // else the synchronisation would not be seen
    }

    private static Result Whole(Tensor inputs, bool normalises)
    {
        using var method = new PlainContrast(normalises);
        var loss = method.Loss(method.Encode(inputs), []);
        loss.backward();
        return new(loss.ToDouble(), method.Gradients(), Statistics(method), method.Target(inputs)[0].data<double>().ToArray());
    }

    private static Result Shared(Tensor inputs, World world, int micro, bool normalises, bool synchronises)
    {
        using var method = new PlainContrast(normalises);
        int own = Batch / 2;
        var rows = ViewRows.Part(inputs, 2, world.Rank * own, own);
        var (loss, targets) = micro == own
            ? new SharedBatch(method, world, Forward).Backward(rows)
            : new GradientCache(method, own, micro, Forward, world).Backward(rows);
        world.SumGradients(method.parameters());
        return new(loss.ToDouble(), method.Gradients(), Statistics(method), targets[0].data<double>().ToArray());

        IDisposable? Forward() => synchronises ? SynchronizedBatchNorm.Enter(world.Group) : null;
    }

    private static void AssertSame(Result expected, Result actual)
    {
        Assert.Equal(expected.Loss, actual.Loss, Digits);
        Assert.Equal(expected.Targets, actual.Targets);
        Assert.Equal(expected.Gradients.Length, actual.Gradients.Length);
        Assert.All(expected.Gradients.Concat(expected.Statistics).Zip(actual.Gradients.Concat(actual.Statistics)), pair =>
            Assert.All(pair.First.Zip(pair.Second), value => Assert.Equal(value.First, value.Second, Digits)));
        Assert.Contains(expected.Gradients, gradient => gradient.Any(value => Math.Abs(value) > 1e-3));
    }

    private static double[][] Statistics(PlainContrast method) =>
        [.. method.state_dict().Where(entry => entry.Key.StartsWith("layers.1.running", StringComparison.Ordinal)).Select(entry => entry.Value.data<double>().ToArray())];

    private sealed record Result(double Loss, double[][] Gradients, double[][] Statistics, double[] Targets);
}
