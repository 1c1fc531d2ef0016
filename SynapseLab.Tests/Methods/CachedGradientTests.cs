using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Models;
using SynapseLab.Engine.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Methods;

/// <summary>For every method of the catalogue, in float64: what gradient caching computes, with and without batch norm.</summary>
public sealed class CachedGradientTests : IDisposable
{
    private const int Cubes = 6;

    // Of the largest gradient: a thousandfold of float64's rounding over some millions of sums, a millionth of float32's.
    private const double Tolerance = 1e-12;

    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string> Names => [.. MethodCatalogue.Names];

    public void Dispose() => _scope.Dispose();

    // Group norm looks at each cube by itself. The heads' batch norms take their running statistics, fixed scales and shifts.
    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_WithGroupNorm_GivesTheWholeBatchsLossAndGradients(string name)
    {
        using var method = SmallMethods.Build(name, normalisation: Normalisation.Group).to(float64);
        foreach (var norm in method.modules().OfType<BatchNorm1d>())
        {
            norm.eval();
        }

        AssertWholeBatch(method);
    }

    // In eval mode all batch norms are fixed scales and shifts.
    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_WithBatchNormStandingStill_GivesTheWholeBatchsLossAndGradients(string name)
    {
        using var method = SmallMethods.Build(name).to(float64);
        method.eval();

        AssertWholeBatch(method);
    }

    // What the READMEs say of batch norm: the network's statistics are those of micro-batches, the loss is that of all cubes.
    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_WithBatchNorm_IsThatOfGhostBatchNormUnderTheWholeBatchsLoss(string name)
    {
        using var method = SmallMethods.Build(name).to(float64);
        var inputs = Inputs(method);
        var before = method.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        var (whole, _) = SmallMethods.Loss(method, inputs);
        foreach (int micro in (int[])[2, 3])
        {
            method.load_state_dict(before);
            method.zero_grad();
            Tensor[] parts = [.. Enumerable.Range(0, Cubes / micro).Select(part => ViewRows.Part(inputs, method.ViewsPerCube, part * micro, micro))];
            Tensor[] targets;
            using (no_grad())
            {
                targets = ViewRows.Join([.. parts.Select(method.Target)], method.ViewsPerCube);
            }

            var ghost = method.Loss(ViewRows.Join([.. parts.Select(method.Encode)], method.ViewsPerCube), targets); // one graph over all parts
            ghost.backward();
            double[][] expected = Gradients(method);
            method.load_state_dict(before);

            AssertCached(method, inputs, micro, ghost.ToDouble(), expected);
            Assert.True(Math.Abs(whole.ToDouble() - ghost.ToDouble()) > 1e-6); // else batch norm would not be seen
        }
    }

    [Fact]
    public void Backward_WithBatchNorm_CountsEachMicroBatchOnceInBothNetworks()
    {
        using var method = SmallMethods.Build("byol");
        new GradientCache(method, SmallMethods.Batch, 2, () => null).Backward(SmallMethods.Inputs(method));
        var state = method.state_dict();

        Assert.Equal(2, state["backbone.bn1.num_batches_tracked"].ToInt64());
        Assert.Equal(2, state["momentum.backbone.bn1.num_batches_tracked"].ToInt64());
        Assert.Equal( // they began as copies and saw the same rows
            SmallMethods.Values(state["backbone.layer4.1.bn2.running_mean"]), SmallMethods.Values(state["momentum.backbone.layer4.1.bn2.running_mean"]));
    }

    private static void AssertWholeBatch(Method method)
    {
        var inputs = Inputs(method);
        var (whole, _) = SmallMethods.Loss(method, inputs);
        whole.backward();
        double[][] expected = Gradients(method);
        foreach (int micro in (int[])[1, 2, 3])
        {
            AssertCached(method, inputs, micro, whole.ToDouble(), expected);
        }
    }

    private static void AssertCached(Method method, Tensor inputs, int micro, double expectedLoss, double[][] expected)
    {
        method.zero_grad();
        var (loss, _) = new GradientCache(method, Cubes, micro, () => null).Backward(inputs);

        Assert.Equal(ScalarType.Float64, loss.dtype);
        Assert.Equal(expectedLoss, loss.ToDouble(), Tolerance * Math.Max(1, Math.Abs(expectedLoss)));
        double scale = expected.SelectMany(gradient => gradient).Max(Math.Abs);
        Assert.True(scale > 1e-4);
        Assert.All(expected.Zip(Gradients(method)), pair => Assert.All(pair.First.Zip(pair.Second), value => Assert.Equal(value.First, value.Second, Tolerance * scale)));
    }

    private static Tensor Inputs(Method method) => SmallMethods.Inputs(method, cubes: Cubes).to(float64);

    private static double[][] Gradients(Method method) =>
        [.. method.parameters().Where(parameter => parameter.requires_grad).Select(parameter => parameter.grad!.data<double>().ToArray())];
}
