using SynapseLab.Engine.Models;
using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Models;

public sealed class WeightAdaptationTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void MedicalNet_WeightlessShortcuts_ComputeWhatTheyDid()
    {
        var options = new ResNet3dOptions(18, 1, 4, ResNet3dStem.K7S2);
        using var from = BackboneFixture.Filled(options);
        var weights = TorchDictionary.StateDict(BackboneFixture.Renamed(from, name => "module." + name, ("module.conv_seg.0.weight", [2, 2, 1, 1, 1]))
            .Where(entry => !((string)entry.Key).Contains("downsample", StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create((string)entry.Key, (TensorData)entry.Value!)));
        using var net = BackboneFixture.Other(options);

        var report = WeightImport.Into(net, new TorchDictionary { ["state_dict"] = weights }, "resnet_18.pth");

        Assert.True(report.IsComplete, report.Summary);
        Assert.Equal("MedicalNet", report.Origin);
        Assert.Contains("dilates", report.Sentences, StringComparison.Ordinal);
        Assert.Equal(["conv_seg.0.weight"], report.Ignored);
        Assert.Equal(["layer2.0.downsample: set to the weightless type-A shortcut", "layer3.0.downsample: set to the weightless type-A shortcut", "layer4.0.downsample: set to the weightless type-A shortcut"], report.Adapted);
        using var noGradients = no_grad();
        net.eval();
        var cube = BackboneFixture.Cubes(2, 1, 32);
        var expected = NaiveTypeA(from.state_dict(), cube);
        Assert.True(expected.allclose(net.call(cube), 1e-4, 1e-5), "features differ");
        using var inferred = BackboneFactory.FromStateDict(weights);
        Assert.Equal(options, inferred.Options);
    }

    [Fact]
    public void Shortcuts_OfAGroupNormNetwork_StayAsTheyWere_AndAreMissing()
    {
        using var net = BackboneFixture.Other(new ResNet3dOptions(18, 1, 4) { Normalisation = Normalisation.Group });
        var weights = TorchDictionary.StateDict(TensorDataConversion.StateDict(net).Where(entry => !((string)entry.Key).Contains("downsample", StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create((string)entry.Key, (TensorData)entry.Value!)));

        var report = WeightImport.Into(net, weights, "weights");

        Assert.Equal(9, report.Missing.Count);
        Assert.False(report.IsComplete);
    }

    [Theory]
    [InlineData(1, 3, "conv1.weight: 1 input channel repeated into 3, each divided by 3")]
    [InlineData(3, 1, "conv1.weight: 3 input channels summed into 1")]
    [InlineData(3, 2, "conv1.weight: 3 input channels summed, spread evenly over 2")]
    public void InputChannels_Differ_EqualChannelsGiveTheSame(int channels, int wanted, string how)
    {
        using var from = BackboneFixture.Filled(new ResNet3dOptions(18, channels, 2));
        using var net = BackboneFixture.Other(new ResNet3dOptions(18, wanted, 2));

        var report = WeightImport.Into(net, TensorDataConversion.StateDict(from), "weights");

        Assert.Equal([how], report.Adapted);
        Assert.Contains(how, report.Summary, StringComparison.Ordinal);
        using var noGradients = no_grad();
        net.eval();
        var grey = BackboneFixture.Cubes(1, 1, 16);
        Assert.True(from.call(grey.expand(1, channels, 16, 16, 16)).allclose(net.call(grey.expand(1, wanted, 16, 16, 16)), 1e-4, 1e-5), "features differ");
    }

    /// <summary>Features of a basic-block ResNet-18 whose shortcuts take every second voxel and add zero maps, from its weights alone.</summary>
    private static Tensor NaiveTypeA(Dictionary<string, Tensor> weights, Tensor cubes)
    {
        var x = nn.functional.relu(Norm("bn1", nn.functional.conv3d(cubes, weights["conv1.weight"], null, [2, 2, 2], [3, 3, 3])));
        x = nn.functional.max_pool3d(x, [3, 3, 3], [2, 2, 2], [1, 1, 1]);
        foreach (string block in new[] { "layer1.0", "layer1.1", "layer2.0", "layer2.1", "layer3.0", "layer3.1", "layer4.0", "layer4.1" })
        {
            bool halves = block is "layer2.0" or "layer3.0" or "layer4.0";
            long stride = halves ? 2 : 1;
            var y = nn.functional.relu(Norm($"{block}.bn1", nn.functional.conv3d(x, weights[$"{block}.conv1.weight"], null, [stride, stride, stride], [1, 1, 1])));
            y = Norm($"{block}.bn2", nn.functional.conv3d(y, weights[$"{block}.conv2.weight"], null, [1, 1, 1], [1, 1, 1]));
            var shortcut = halves ? nn.functional.avg_pool3d(x, [1, 1, 1], [2, 2, 2]) : x;
            x = nn.functional.relu(y + (halves ? cat([shortcut, zeros_like(shortcut)], 1) : shortcut));
        }

        return x.mean([2, 3, 4]);

        Tensor Norm(string name, Tensor input) =>
            nn.functional.batch_norm(input, weights[$"{name}.running_mean"], weights[$"{name}.running_var"], weights[$"{name}.weight"], weights[$"{name}.bias"]);
    }
}
