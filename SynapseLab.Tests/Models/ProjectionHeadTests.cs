using SynapseLab.Engine;
using SynapseLab.Engine.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Models;

public sealed class ProjectionHeadTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Generator _generator = new(5);

    public void Dispose()
    {
        _generator.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Forward_FormulaWeights_MatchesPyTorch(int index)
    {
        var expected = BackboneFixture.Read().Heads[index];
        using var head = new ProjectionHead(6, new ProjectionHeadOptions(5, 4, expected.Layers), _generator);
        BackboneFixture.Fill(head);
        var input = tensor(FormulaWeights.Input(18), [3, 6]);

        Assert.Equal(expected.Names, BackboneFixture.Names(head));
        BackboneFixture.AssertClose(expected.Eval, head.call(input).detach());
        head.train();
        BackboneFixture.AssertClose(expected.Train, head.call(input).detach());
    }

    [Fact]
    public void Presets_AreTheSeeds()
    {
        Assert.Equal(new ProjectionHeadOptions(512, 128, 2), ProjectionHeadOptions.Synapse);
        Assert.Equal(new ProjectionHeadOptions(2048, 256, 2), ProjectionHeadOptions.Bbox);
        Assert.Equal(new ProjectionHeadOptions(2048, 128, 2), ProjectionHeadOptions.Vgg);
        using var head = new ProjectionHead(new Vgg3dOptions { Pooling = FeaturePooling.Flatten }.FeatureDimension, ProjectionHeadOptions.Vgg, _generator);
        Assert.Equal([2048, 24_000], head.state_dict()["layers.0.weight"].shape);
        Assert.Equal([128, 2048], head.state_dict()["layers.3.weight"].shape);
    }

    [Fact]
    public void New_OfOneLayer_IsAnError() =>
        Assert.Contains("2 or 3", Assert.Throws<EngineException>(() => new ProjectionHead(6, new ProjectionHeadOptions(5, 4, 1), _generator)).Message, StringComparison.Ordinal);
}
