using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Methods;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training.Distributed;

/// <summary>The gradient that two processes make together against that of one process with the whole batch: every method, and cubes that are drawn again.</summary>
public sealed class SharedPipelineTests
{
    private const double Tolerance = 1e-5; // of the greatest; losses are float32

    [Fact]
    public void TwoProcesses_EveryMethod_GiveTheGradientOfOne() => Ranks.Pass(typeof(SharedPipelineTests), nameof(EveryMethodInEachOfTwoProcesses));

    [Fact]
    public void TwoProcesses_MaskAwareCubes_GiveTheGradientOfOne() => Ranks.Pass(typeof(SharedPipelineTests), nameof(MaskAwareInEachOfTwoProcesses));

    // In eval mode a batch norm is a fixed scale and shift, so that the two must agree without synchronisation.
    [Fact(Explicit = true)]
    public void EveryMethodInEachOfTwoProcesses()
    {
        using var world = Join();
        foreach (string name in MethodCatalogue.Names)
        {
            using var scope = NewDisposeScope();
            using var method = SmallMethods.Build(name).to(float64);
            method.eval();
            var inputs = SmallMethods.Inputs(method).to(float64);
            var (whole, targets) = SmallMethods.Loss(method, inputs);
            whole.backward();
            double[][] expected = Gradients(method);
            int own = SmallMethods.Batch / 2;
            var rows = ViewRows.Part(inputs, method.ViewsPerCube, world.Rank * own, own);
            foreach (int micro in (int[])[own, 1])
            {
                method.zero_grad();
                var (loss, all) = micro == own
                    ? new SharedBatch(method, world, () => null).Backward(rows)
                    : new GradientCache(method, own, micro, () => null, world).Backward(rows);
                world.SumGradients(method.parameters());

                Assert.Equal(whole.ToDouble(), loss.ToDouble(), Tolerance * Math.Max(1, Math.Abs(whole.ToDouble())));
                Assert.Equal(targets.Select(SmallMethods.Values), all.Select(SmallMethods.Values));
                AssertSame(expected, Gradients(method), name);
            }
        }
    }

    [Fact(Explicit = true)]
    public void MaskAwareInEachOfTwoProcesses()
    {
        using var scope = NewDisposeScope();
        using var world = Join();
        using var volumes = new SyntheticVolumes((z, y, _) => z < 3 && y < 10);
        var options = volumes.Options() with { MaskAware = true };
        using var cubes = volumes.Open(options);
        int[] batch = [6, 1, 4, 3];

        var (loss, expected) = Step(cubes, batch, options, null);
        var (sharedLoss, actual) = Step(cubes, world.OwnShare(batch), options, world);

        Assert.Contains(CubeBatch.Read(cubes, 0, batch).Redraws!.Draws, draws => draws > 0);
        Assert.Equal(loss, sharedLoss, Tolerance * loss);
        AssertSame(expected, actual, "mask-aware");
    }

    /// <summary>A step whose views are the cubes themselves: several processes draw other views than one does.</summary>
    private static (double Loss, double[][] Gradients) Step(SampledCubes cubes, int[] indices, TrainingOptions options, World? world)
    {
        using var state = TrainingState.New(options, cubes.ChannelCount, stepsPerEpoch: 1, CPU);
        state.Method.eval(); // as above
        long size = cubes.CubeSize;
        var step = TrainingStep.Run(
            state, [CubeBatch.Read(cubes, 0, indices)], [indices.Length, cubes.ChannelCount, size, size, size], ViewPair.Alike(new ViewAugmentation([], []) { ClampsToUnit = false }), options, CPU, world);
        return (step.Loss, Gradients(state.Method));
    }

    private static World Join() => World.Join(WorldSettings.FromEnvironment() with { Timeout = TimeSpan.FromSeconds(60) }, CPU, _ => { });

    private static double[][] Gradients(Method method) =>
        [.. method.parameters().Where(parameter => parameter.grad is not null).Select(parameter => parameter.grad!.to(float64).data<double>().ToArray())];

    private static void AssertSame(double[][] expected, double[][] actual, string what)
    {
        double scale = expected.SelectMany(gradient => gradient).Max(Math.Abs);
        Assert.True(scale > 1e-4, what);
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.All(
            pair.First.Zip(pair.Second), value => Assert.True(Math.Abs(value.First - value.Second) < Tolerance * scale, $"{what}: {value}")));
    }
}
