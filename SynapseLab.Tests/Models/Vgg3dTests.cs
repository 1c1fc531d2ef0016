using SynapseLab.Engine;
using SynapseLab.Engine.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Models;

public sealed class Vgg3dTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Parameters_OfFeaturesAndClassifier_AreAsManyAsPyTorchs()
    {
        using var net = BackboneFixture.New(new Vgg3dOptions(ClassCount: 7));
        var counts = net.named_parameters().ToLookup(entry => entry.name.Split('.')[0], entry => entry.parameter.numel());

        Assert.Equal(2_009_160, counts["features"].Sum());
        Assert.Equal(115_118_087, counts["classifier"].Sum());
        Assert.Equal(BackboneFixture.Read().Counts, new BackboneFixture.CountCase(counts["features"].Sum(), counts["classifier"].Sum()));
        Assert.Equal(
            ["classifier.0.bias", "classifier.0.weight", "classifier.3.bias", "classifier.3.weight", "classifier.6.bias", "classifier.6.weight"],
            net.state_dict().Keys.Where(name => name.StartsWith("classifier", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void StateDict_NamesAndShapes_ArePyTorchs(int index)
    {
        var expected = BackboneFixture.Read().Vgg3d[index];
        using var net = BackboneFixture.New(expected.Options);

        Assert.Equal(expected.Names!, BackboneFixture.Names(net));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Forward_FormulaWeights_MatchesPyTorch(int index)
    {
        var expected = BackboneFixture.Read().Vgg3d[index];
        using var noGradients = no_grad();
        using var net = BackboneFixture.Filled(expected.Options);

        var features = net.call(BackboneFixture.Cubes(1, expected.Channels, expected.Side));

        Assert.Equal([1, net.FeatureDimension], features.shape);
        BackboneFixture.AssertClose(expected.Features, features);
    }

    [Fact]
    public void Classify_FormulaWeights_MatchesPyTorch()
    {
        using var noGradients = no_grad();
        using var net = (Vgg3d)BackboneFixture.Filled(new Vgg3dOptions(1, 2, ClassCount: 5, CubeSize: 16));

        BackboneFixture.AssertClose(BackboneFixture.Read().Classes, net.Classify(BackboneFixture.Cubes(2, 1, 16)));
        Assert.Contains("16³", Assert.Throws<EngineException>(() => net.Classify(zeros(1, 1, 32, 32, 32))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "avg", 16, 2)]
    [InlineData(12, "avg", 16, 2)] // the first stage's pool
    [InlineData(13, "avg", 16, 4)]
    [InlineData(20, "avg", 16, 8)]
    [InlineData(33, "max", 32, 16)]
    [InlineData(-1, "avg+max", 32, 32)]
    [InlineData(26, "spp", 16, 8 * 73)]
    [InlineData(12, "flatten", 16, 2 * 512)]
    [InlineData(19, "flatten", 32, 4 * 512)]
    [InlineData(18, "flatten", 32, 4 * 4096)]
    public void Forward_Settings_GiveShape(int layer, string pooling, int side, int dimension)
    {
        using var net = BackboneFixture.New(new Vgg3dOptions(1, 2, layer, CubeSize: side) { Pooling = FeaturePoolings.Parse(pooling) });

        Assert.Equal([2, dimension], net.call(zeros(2, 1, side, side, side)).shape);
        Assert.Equal(dimension, net.FeatureDimension);
    }

    [Fact]
    public void FeatureDimension_OfTheDomain_IsAsWritten()
    {
        Assert.Equal(96, new Vgg3dOptions(LayerNum: 20).FeatureDimension);
        Assert.Equal(192, new Vgg3dOptions().FeatureDimension);
        Assert.Equal(24_000, new Vgg3dOptions { Pooling = FeaturePooling.Flatten }.FeatureDimension);
    }

    [Fact]
    public void Forward_SidesOfDifferentLength_AreTaken()
    {
        using var net = BackboneFixture.New(new Vgg3dOptions(1, 2));

        Assert.Equal([1, 16], net.call(zeros(1, 1, 16, 32, 48)).shape);
    }

    [Fact]
    public void Forward_OfSizesThatItCannotTake_SaysWhich()
    {
        using var net = BackboneFixture.New(new Vgg3dOptions(1, 2));

        Assert.Contains("16 × 20 × 16", Assert.Throws<EngineException>(() => net.call(zeros(1, 1, 16, 20, 16))).Message, StringComparison.Ordinal);
        Assert.Contains("(N, 1, D, H, W)", Assert.Throws<EngineException>(() => net.call(zeros(1, 3, 16, 16, 16))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(34, 80, "layer number")]
    [InlineData(-2, 80, "layer number")]
    [InlineData(-1, 72, "cube size")]
    public void New_OptionsOutOfRange_AreNamed(int layer, int side, string what) =>
        Assert.Contains(what, Assert.Throws<EngineException>(() => BackboneFixture.New(new Vgg3dOptions(LayerNum: layer, CubeSize: side))).Message, StringComparison.Ordinal);

    [Fact]
    public void New_DrawsWeightsAndBiasesFromTheSeedAlone()
    {
        using var first = New(1);
        using var second = New(1);
        using var other = New(2);

        Assert.All(first.state_dict().Zip(second.state_dict()), pair => Assert.True(pair.First.Value.equal(pair.Second.Value), pair.First.Key));
        Assert.All(
            first.named_parameters().Zip(other.parameters()).Where(pair => pair.First.name.EndsWith("weight", StringComparison.Ordinal) && pair.Second.ndim > 1),
            pair => Assert.False(pair.First.parameter.equal(pair.Second), pair.First.name));
        Assert.False(first.state_dict()["classifier.6.bias"].equal(other.state_dict()["classifier.6.bias"])); // convolutions' biases are 0

        static Backbone New(ulong seed)
        {
            using var generator = new Generator(seed);
            return new Vgg3dOptions(1, 1, ClassCount: 3, CubeSize: 16).Build(generator);
        }
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(20, 7)]
    [InlineData(19, 6)]
    public void MultiplyAdds_AreCountedAsByVisitingEachConvolution(int layer, int convolutions)
    {
        using var net = BackboneFixture.New(new Vgg3dOptions(3, 2, layer));
        int[] stageOf = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3];
        double visited = net.named_parameters().Where(entry => entry.parameter.ndim == 5).Take(convolutions)
            .Select((entry, i) => entry.parameter.numel() * Math.Pow(32 >> stageOf[i], 3)).Sum();

        Assert.Equal(visited, NetworkCost.MultiplyAdds(net, 32));
    }
}
