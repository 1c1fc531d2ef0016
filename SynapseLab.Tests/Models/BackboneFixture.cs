using System.Text.Json;
using SynapseLab.Engine.Models;
using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Models;

/// <summary>Fixtures/models/backbones.json, as make_backbones.py wrote it, and what it is compared with.</summary>
internal sealed record BackboneFixture(
    BackboneFixture.CountCase Counts,
    BackboneFixture.VggCase[] Vgg3d,
    double[] Classes,
    BackboneFixture.ResNetCase[] Resnets,
    BackboneFixture.HeadCase[] Heads,
    BackboneFixture.TorchvisionCase Torchvision)
{
    internal static BackboneFixture Read() => JsonSerializer.Deserialize<BackboneFixture>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "models", "backbones.json")), JsonSerializerOptions.Web)!;

    /// <summary>The network with the fixture's formula weights, in eval mode.</summary>
    internal static Backbone Filled(BackboneOptions options)
    {
        var net = New(options);
        Fill(net);
        return net;
    }

    /// <summary>A network whose weights differ from <see cref="New"/>'s.</summary>
    internal static Backbone Other(BackboneOptions options)
    {
        using var generator = new Generator(77);
        return options.Build(generator);
    }

    /// <summary>Its state dict under other names, with zeros under more of them.</summary>
    internal static TorchDictionary Renamed(Backbone net, Func<string, string> rename, params (string Name, long[] Shape)[] more) => TorchDictionary.StateDict(
        TensorDataConversion.StateDict(net).Select(entry => KeyValuePair.Create(rename((string)entry.Key), (TensorData)entry.Value!))
            .Concat(more.Select(entry => KeyValuePair.Create(entry.Name, zeros(entry.Shape).ToTensorData()))));

    /// <summary>Zeros under names written as "name [shape]".</summary>
    internal static TorchDictionary Zeros(string[] names) => TorchDictionary.StateDict(names.Select(text =>
    {
        string[] parts = text.Split(' ', 2);
        long[] shape = [.. parts[1].Trim('[', ']').Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
        return KeyValuePair.Create(parts[0], (parts[0].EndsWith("tracked", StringComparison.Ordinal) ? zeros(shape, ScalarType.Int64) : zeros(shape)).ToTensorData());
    }));

    internal static void Fill(nn.Module net)
    {
        TensorDataConversion.LoadStateDict(net, FormulaWeights.Fill(TensorDataConversion.StateDict(net)));
        net.eval();
    }

    internal static Backbone New(BackboneOptions options)
    {
        using var generator = new Generator(5);
        return options.Build(generator);
    }

    internal static Tensor Cubes(int count, int channels, int side) =>
        tensor(FormulaWeights.Input(count * channels * side * side * side), [count, channels, side, side, side]);

    internal static string[] Names(nn.Module net) => [.. net.state_dict().Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value.shape)}]")];

    /// <summary>Equal to 1e-4 of the largest value, or of 1 where all are smaller.</summary>
    internal static void AssertClose(double[] expected, Tensor actual)
    {
        float[] values = actual.data<float>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        double tolerance = 1e-4 * Math.Max(1, expected.Max(Math.Abs));
        Assert.All(expected.Zip(values), pair => Assert.InRange(pair.Second, pair.First - tolerance, pair.First + tolerance));
    }

    internal sealed record CountCase(long Features, long Classifier);

    internal sealed record VggCase(int Width, int Channels, int Side, int Layer, string Pooling, string Norm, bool Signed, string[]? Names, double[] Features)
    {
        internal Vgg3dOptions Options => new(Channels, Width, Layer, CubeSize: Side)
        {
            Normalisation = NormalisationLayers.Parse(Norm),
            Pooling = FeaturePoolings.Parse(Pooling),
            Scaling = Signed ? InputScaling.SignedUnit : InputScaling.Unit,
        };
    }

    internal sealed record ResNetCase(int Depth, string Stem, int Width, string Pooling, string[]? Names, double[] Features)
    {
        internal BackboneOptions Options => BackboneFactory.Describe($"resnet3d{Depth}", Stem, 3, Width, stemMaxPool: true) with
        {
            Normalisation = Normalisation.Group,
            Pooling = FeaturePoolings.Parse(Pooling),
        };
    }

    internal sealed record HeadCase(int Layers, string[] Names, double[] Eval, double[] Train);

    internal sealed record TorchvisionCase(long Parameters, string[] Names, double[] Features);
}
