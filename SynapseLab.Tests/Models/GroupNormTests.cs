using SynapseLab.Engine.Models;
using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Models;

public sealed class GroupNormTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Forward_ResNet_MatchesPyTorch(int index)
    {
        var expected = BackboneFixture.Read().Resnets[index];
        using var noGradients = no_grad();
        using var net = BackboneFixture.Filled(expected.Options);
        var input = BackboneFixture.Cubes(2, 3, 32);

        BackboneFixture.AssertClose(expected.Features, net.call(input));
        net.train(); // no statistics: training computes the same
        BackboneFixture.AssertClose(expected.Features, net.call(input));
    }

    [Fact]
    public void StateDict_HasNormsWithoutStatistics()
    {
        var expected = BackboneFixture.Read().Resnets[0];
        using var net = BackboneFixture.New(expected.Options);

        Assert.Equal(expected.Names!, BackboneFixture.Names(net));
        Assert.DoesNotContain(net.state_dict().Keys, name => name.Contains("running", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("resnet3d18")]
    [InlineData("resnet3d50")]
    [InlineData("vgg3d")]
    public void FromStateDict_OfGroupNorm_IsRecognised(string name)
    {
        var options = BackboneFactory.Describe(name, "r3d", 3, 2, stemMaxPool: true) with { Normalisation = Normalisation.Group };
        using var net = BackboneFixture.New(options);

        using var loaded = BackboneFactory.FromStateDict(TensorDataConversion.StateDict(net));

        Assert.Equal(options, loaded.Options);
        Assert.All(net.state_dict().Zip(loaded.state_dict()), pair => Assert.True(pair.First.Value.equal(pair.Second.Value), pair.First.Key));
    }

    [Theory]
    [InlineData(64, 8)]
    [InlineData(24, 3)]
    [InlineData(4, 1)]
    [InlineData(6, 3)]
    public void Groups_HaveEightChannels_OrAsManyAsTheWidthAllows(int channels, int groups)
    {
        var layer = NormalisationLayers.New(Normalisation.Group, channels);
        using var generator = new Generator(6);
        var x = randn([1, channels, 2, 2, 2], generator: generator);

        var normalised = layer.call(x).detach();

        Assert.All(Means(groups), mean => Assert.InRange(mean, -1e-5, 1e-5));
        Assert.All(Means(2 * groups), mean => Assert.False(mean is > -1e-5f and < 1e-5f, "half a group is centred by itself: groups are smaller"));

        float[] Means(int parts) => normalised.reshape([parts, -1]).mean([1L]).data<float>().ToArray();
    }
}
