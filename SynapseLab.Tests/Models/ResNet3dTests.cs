using System.Text.Json;
using SynapseLab.Engine;
using SynapseLab.Engine.Models;
using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Models;

public sealed class ResNet3dTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(18, ResNet3dStem.R3d, 4, 16, 32)]
    [InlineData(18, ResNet3dStem.R3d, 4, 17, 32)] // odd sizes round up
    [InlineData(34, ResNet3dStem.K7S2, 2, 32, 16)]
    [InlineData(50, ResNet3dStem.R3d, 2, 16, 64)]
    public void Forward_Settings_GiveShape(int depth, ResNet3dStem stem, int width, int size, int dimension)
    {
        using var net = New(new(depth, 3, width, stem));

        var embeddings = net.call(zeros(2, 3, size, size, size));

        Assert.Equal([2L, dimension], embeddings.shape);
        Assert.Equal(dimension, net.Options.FeatureDimension);
    }

    [Fact]
    public void Parameters_R3d18_AreAsManyAsTorchvisions()
    {
        using var net = New(new(18));

        Assert.Equal(33_166_272, net.parameters().Sum(parameter => parameter.numel())); // r3d_18 without its classifier
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    public void Parameters_FullWidth_AreAsManyAsPyTorchs(int index)
    {
        var expected = Fixture()[index];
        using var net = New(new(expected.Depth, 3, 64, expected.Stem == "r3d" ? ResNet3dStem.R3d : ResNet3dStem.K7S2));

        Assert.Equal(expected.Parameters, net.parameters().Sum(parameter => parameter.numel()));
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
        var expected = Fixture()[index];
        var options = new ResNet3dOptions(expected.Depth, 3, 4, expected.Stem == "r3d" ? ResNet3dStem.R3d : ResNet3dStem.K7S2, expected.Pools);
        using var shape = New(options);
        using var net = BackboneFactory.FromStateDict(FormulaWeights.Fill(TensorDataConversion.StateDict(shape)), expected.Pools);
        Assert.Equal(options, net.Options);
        var input = tensor(FormulaWeights.Input(2 * 3 * 16 * 16 * 16), [2, 3, 16, 16, 16]);
        using var noGradients = no_grad();

        net.eval();
        AssertClose(expected.Eval, net.call(input));
        if (expected.Train is not null)
        {
            net.to(float64); // batch norm over a few values: in float32 the third digit hangs on the order of sums
            net.train();
            AssertClose(expected.Train, net.call(input.to(float64)), 1e-6);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void StateDict_NamesAndShapes_ArePyTorchs(int index)
    {
        var expected = Fixture()[index];
        using var net = New(new(expected.Depth, 3, 4, expected.Stem == "r3d" ? ResNet3dStem.R3d : ResNet3dStem.K7S2));

        Assert.Equal(expected.Names, net.state_dict().Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value.shape)}]"));
    }

    [Fact]
    public void FromStateDict_TorchvisionNamesAndClassifier_AreUnderstood()
    {
        using var net = New(new(18, 3, 2));
        var own = TensorDataConversion.StateDict(net);
        var foreign = TorchDictionary.StateDict(own
            .Select(entry => KeyValuePair.Create(ToTorchvision((string)entry.Key), (TensorData)entry.Value!))
            .Append(KeyValuePair.Create("fc.weight", TensorData.From<float>([1], 1, 1))));
        Assert.Contains("stem.0.weight", foreign.Keys);
        Assert.Contains("layer2.0.conv2.1.running_mean", foreign.Keys);

        using var loaded = BackboneFactory.FromStateDict(foreign);

        Assert.Equal(own.Select(entry => ((TensorData)entry.Value!).Bytes), TensorDataConversion.StateDict(loaded).Select(entry => ((TensorData)entry.Value!).Bytes));
    }

    [Fact]
    public void FromStateDict_OfAnotherNetwork_SaysWhatIsExpected()
    {
        var foreign = TorchDictionary.StateDict([KeyValuePair.Create("features.0.weight", TensorData.From<float>([1], 1))]);

        Assert.Contains("conv1.weight", Assert.Throws<EngineException>(() => BackboneFactory.FromStateDict(foreign)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_SameSeed_DrawsSameWeightsWithKaimingSpread()
    {
        using var first = New(new(18, 3, 16));
        using var second = New(new(18, 3, 16));
        var weight = first.state_dict()["layer3.1.conv2.weight"]; // (64, 64, 3, 3, 3)

        Assert.True(weight.equal(second.state_dict()["layer3.1.conv2.weight"]));
        Assert.Equal(Math.Sqrt(2.0 / (64 * 27)), weight.std().ToDouble(), 3);
    }

    private static ResNet3d New(ResNet3dOptions options) => new(options, new Generator(5));

    private static void AssertClose(double[] expected, Tensor actual, double tolerance = 1e-4)
    {
        double[] values = actual.to(float64).data<double>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        double largest = expected.Max(Math.Abs);
        Assert.All(expected.Zip(values), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= tolerance * Math.Max(1, largest), $"{pair.First} against {pair.Second}"));
    }

    private static string ToTorchvision(string key) => key.StartsWith("layer", StringComparison.Ordinal) && !key.Contains("downsample", StringComparison.Ordinal)
        ? System.Text.RegularExpressions.Regex.Replace(System.Text.RegularExpressions.Regex.Replace(key, @"conv(\d)\.", "conv$1.0."), @"bn(\d)\.", "conv$1.1.")
        : key.Replace("conv1.", "stem.0.", StringComparison.Ordinal).Replace("bn1.", "stem.1.", StringComparison.Ordinal);

    private static IReadOnlyList<Case> Fixture() =>
        JsonSerializer.Deserialize<List<Case>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "models", "resnet3d.json")), JsonSerializerOptions.Web)!;

    private sealed record Case(int Depth, string Stem, bool Pools, long Parameters, string[]? Names, double[] Eval, double[]? Train);
}
