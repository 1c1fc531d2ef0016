using SynapseLab.Engine.Methods;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Methods;

/// <summary>What holds for every method of the catalogue.</summary>
public sealed class EveryMethodTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string> Names => [.. MethodCatalogue.Names];

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Catalogue_HoldsTheMethodsOfTheLiterature() =>
        Assert.Equal(["simclr", "barlow", "byol", "moco2", "moco3", "mvm", "simsiam", "vicreg"], MethodCatalogue.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void TwentySteps_OnOneBatch_LowerTheLoss(string name)
    {
        using var method = SmallMethods.Build(name);
        using var optimizer = optim.AdamW(method.parameters().Where(parameter => parameter.requires_grad), 3e-3);
        var inputs = SmallMethods.Inputs(method);
        List<double> losses = [];
        for (int step = 0; step < 20; step++)
        {
            optimizer.zero_grad();
            var (loss, targets) = SmallMethods.Loss(method, inputs);
            loss.backward();
            optimizer.step();
            using var _ = no_grad();
            method.AfterStep(targets, step / 20.0);
            losses.Add(loss.ToDouble());
        }

        double first = losses[..4].Average(), last = losses[^4..].Average();
        Assert.True(last < first - (0.05 * Math.Abs(first)), string.Join(" ", losses));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Loss_IsAFloat32Scalar_AndReachesEveryTrainedParameter(string name)
    {
        using var method = SmallMethods.Build(name);
        var (loss, _) = SmallMethods.Loss(method, SmallMethods.Inputs(method));
        loss.backward();

        Assert.Equal((ScalarType.Float32, 0L), (loss.dtype, loss.dim()));
        Assert.All(method.named_parameters(), entry => Assert.True(entry.parameter.requires_grad == (entry.parameter.grad is not null), entry.name));
        Assert.All(
            method.named_parameters().Where(entry => !entry.parameter.requires_grad),
            entry => Assert.StartsWith("momentum.", entry.name, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Loss_AroundAVgg3d_ReachesItsFeatures(string name)
    {
        using var method = SmallMethods.Build(name, "vgg3d");
        var (loss, _) = SmallMethods.Loss(method, SmallMethods.Inputs(method, size: 16));
        loss.backward();

        Assert.True(double.IsFinite(loss.ToDouble()));
        Assert.All(method.Backbone.named_parameters(), entry => Assert.True(entry.parameter.grad is not null, entry.name));
    }

    // Time is judged before the method is built: what its description says must be what it does.
    [Theory]
    [MemberData(nameof(Names))]
    public void Cost_IsTheRowsACubeThatEncodeAndTargetSee(string name)
    {
        using var method = SmallMethods.Build(name);
        var inputs = SmallMethods.Inputs(method);
        long targets = method.Target(inputs) is [var rows, ..] ? rows.shape[0] / SmallMethods.Batch : 0;

        Assert.Equal(new MethodCost((int)inputs.shape[0] / SmallMethods.Batch, (int)targets), MethodCatalogue.Find(name).Cost);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StateDict_RestoresLossBitForBit(string name)
    {
        using var method = SmallMethods.Build(name);
        var inputs = SmallMethods.Inputs(method);
        using (no_grad())
        {
            method.AfterStep(SmallMethods.Loss(method, inputs).Targets, 0.5); // whatever is remembered has moved
        }

        using var twin = SmallMethods.Build(name);
        using (no_grad())
        {
            twin.parameters().ToList().ForEach(parameter => parameter.add_(1));
        }

        twin.load_state_dict(method.state_dict());

        Assert.Equal(SmallMethods.Loss(method, inputs).Loss.ToDouble(), SmallMethods.Loss(twin, inputs).Loss.ToDouble());
    }
}
