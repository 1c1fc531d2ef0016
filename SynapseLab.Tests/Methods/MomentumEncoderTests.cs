using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Methods;

public sealed class MomentumEncoderTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData("moco2", 0.99, 0.7)] // constant
    [InlineData("moco3", 0.99, 0)]
    [InlineData("moco3", 0.995, 0.5)]
    [InlineData("byol", 0.996, 0)]
    [InlineData("byol", 0.998, 0.5)]
    [InlineData("byol", 1, 1)] // stands still at the end
    public void AfterStep_MovesEveryParameterByTheFormula(string name, double momentum, double fraction)
    {
        using var method = SmallMethods.Build(name);
        var targets = SmallMethods.Loss(method, SmallMethods.Inputs(method)).Targets;
        using var _ = no_grad();
        foreach (var (key, parameter) in method.named_parameters().Where(entry => !entry.name.StartsWith("momentum.", StringComparison.Ordinal)))
        {
            parameter.add_(key.Length / 10f); // as an optimiser would, each by another step
        }

        var before = method.named_parameters().ToDictionary(entry => entry.name, entry => SmallMethods.Values(entry.parameter));
        method.AfterStep(targets, fraction);
        var after = method.named_parameters().ToDictionary(entry => entry.name, entry => SmallMethods.Values(entry.parameter));

        Assert.Contains(after.Keys, IsOfTheEncoder);
        foreach (string key in after.Keys)
        {
            float[] expected = IsOfTheEncoder(key)
                ? [.. before[key].Zip(before[key["momentum.".Length..]], (own, trained) => (float)((momentum * own) + ((1 - momentum) * trained)))]
                : before[key];
            Assert.All(expected.Zip(after[key]), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
        }
    }

    [Fact]
    public void NewEncoder_GivesWhatItsModelGives()
    {
        using var method = SmallMethods.Build("moco2");
        using var _ = no_grad();
        var inputs = SmallMethods.Inputs(method);

        Assert.Equal(SmallMethods.Values(method.Encode(inputs)[0]), SmallMethods.Values(method.Target(inputs)[0]));
    }

    [Fact]
    public void NewEncoder_OfAFrozenBackbone_LeavesFrozenBatchNormsStill()
    {
        using var generator = new Generator(1);
        using var backbone = BackboneFactory.Describe("resnet3d18", "r3d", 3, 2, true).Build(generator);
        using var projection = new MlpHead(new([backbone.FeatureDimension, 4]), generator);
        backbone.Freeze(new Freezing(StageToFinetune: 4));
        using var encoder = new MomentumEncoder(backbone, projection);
        encoder.train();
        using var _ = no_grad();
        encoder.call(rand([2, 3, 16, 16, 16], generator: generator));

        Assert.Equal(0, encoder.state_dict()["backbone.bn1.num_batches_tracked"].ToInt64());
        Assert.Equal(1, encoder.state_dict()["backbone.layer4.0.bn1.num_batches_tracked"].ToInt64());
        Assert.DoesNotContain(encoder.parameters(), parameter => parameter.requires_grad);
    }

    [Fact]
    public void Rising_GoesFromTheMomentumToOneAlongHalfACosine()
    {
        Assert.Equal(0.996, MomentumEncoder.Rising(0.996, 0), 12);
        Assert.Equal(1 - (0.004 * (1 + Math.Sqrt(0.5)) / 2), MomentumEncoder.Rising(0.996, 0.25), 12);
        Assert.Equal(0.998, MomentumEncoder.Rising(0.996, 0.5), 12);
        Assert.Equal(1, MomentumEncoder.Rising(0.996, 1), 12);
    }

    private static bool IsOfTheEncoder(string key) => key.StartsWith("momentum.", StringComparison.Ordinal);
}
