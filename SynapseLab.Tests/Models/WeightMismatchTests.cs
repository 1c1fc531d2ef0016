using System.IO.Compression;
using System.Text;
using SynapseLab.Engine;
using SynapseLab.Engine.Models;
using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Models;

/// <summary>Weights that do not fit, or are none, and what is said of them.</summary>
public sealed class WeightMismatchTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly string _dir = Directory.CreateTempSubdirectory("synapselab-weights").FullName;

    public void Dispose()
    {
        _scope.Dispose();
        Directory.Delete(_dir, recursive: true);
    }

    [Fact]
    public void Classifier_OfOtherClasses_IsAShapeMismatch()
    {
        using var from = BackboneFixture.New(new Vgg3dOptions(1, 2, ClassCount: 6, CubeSize: 16));
        using var net = BackboneFixture.Other(new Vgg3dOptions(1, 2, ClassCount: 3, CubeSize: 16));

        var report = WeightImport.Into(net, TensorDataConversion.StateDict(from), "weights");

        Assert.Equal(["classifier.6.weight: (6, 4096) in the file, (3, 4096) wanted", "classifier.6.bias: (6) in the file, (3) wanted"], report.ShapeMismatches);
    }

    [Fact]
    public void MissingUnexpectedAndOtherShapes_AreListed_AndTheRestIsTaken()
    {
        using var from = BackboneFixture.New(new ResNet3dOptions(18, 3, 2));
        var weights = TensorDataConversion.StateDict(from);
        weights.Remove("bn1.bias");
        weights["extra.weight"] = TensorData.From<float>([1], 1);
        weights["layer1.0.conv1.weight"] = TensorData.From<float>([1, 2], 2);
        using var net = BackboneFixture.Other(new ResNet3dOptions(18, 3, 2));

        var report = WeightImport.Into(net, weights, "weights");

        Assert.Equal(["bn1.bias"], report.Missing);
        Assert.Equal(["extra.weight"], report.Unexpected);
        Assert.Equal(["layer1.0.conv1.weight: (2) in the file, (2, 2, 3, 3, 3) wanted"], report.ShapeMismatches);
        Assert.True(from.state_dict()["conv1.weight"].equal(net.state_dict()["conv1.weight"]));
        Assert.False(from.state_dict()["layer1.0.conv1.weight"].equal(net.state_dict()["layer1.0.conv1.weight"]));
        Assert.Contains("bn1.bias", Assert.Throws<EngineException>(() => BackboneFactory.FromStateDict(weights)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsOfAnotherFamily_AreRefused()
    {
        using var from = BackboneFixture.New(new Vgg3dOptions(3, 2));
        using var net = BackboneFixture.New(new ResNet3dOptions(18, 3, 2));

        Assert.Contains("features.0.weight", Assert.Throws<EngineException>(() => WeightImport.Into(net, TensorDataConversion.StateDict(from), "vgg.pt")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsOfAnotherWidth_AreRefused_ThoughCountersFitAnyWidth()
    {
        using var from = BackboneFixture.New(new ResNet3dOptions(18, 3, 4));
        using var net = BackboneFixture.Other(new ResNet3dOptions(18, 3, 2));

        string message = Assert.Throws<EngineException>(() => WeightImport.Into(net, TensorDataConversion.StateDict(from), "wide.pt")).Message;

        Assert.Contains("fits a resnet3d18 of width 2", message, StringComparison.Ordinal);
        Assert.Contains("It holds a resnet3d18 of width 4 with stem r3d", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ProjectionHeads_OfOthers_AreLeftOut()
    {
        using var from = BackboneFixture.New(new ResNet3dOptions(18, 3, 2));
        using var net = BackboneFixture.Other(new ResNet3dOptions(18, 3, 2));

        var report = WeightImport.Into(net, BackboneFixture.Renamed(from, name => name, ("projection.0.weight", [2, 16]), ("projector.0.weight", [2, 16])), "weights");

        Assert.True(report.IsComplete, report.Summary);
        Assert.Equal(["projection.0.weight", "projector.0.weight"], report.Ignored);
    }

    [Fact]
    public void PickleThatRunsACommand_IsRefused_AndRunsNothing()
    {
        string trace = Path.Combine(_dir, "trace"), path = Path.Combine(_dir, "evil.pt");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        using (var pickle = zip.CreateEntry("archive/data.pkl", CompressionLevel.NoCompression).Open())
        {
            pickle.Write([0x80, 2, .. Encoding.ASCII.GetBytes($"cposix\nsystem\n(X"), (byte)$"touch {trace}".Length, 0, 0, 0, .. Encoding.ASCII.GetBytes($"touch {trace}tR.")]);
        }

        using var net = BackboneFixture.New(new Vgg3dOptions(1, 2));
        foreach (string evil in new[] { path, Path.Combine(AppContext.BaseDirectory, "Fixtures", "serialization", "evil.pt") })
        {
            Assert.Contains("posix.system", Assert.Throws<EngineException>(() => WeightImport.Into(net, evil)).Message, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(trace));
    }

    [Fact]
    public void FileThatIsMissing_IsNamed() =>
        Assert.Contains("nowhere.pt", Assert.Throws<EngineException>(() => WeightFile.Read("nowhere.pt")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("conv1.weight [0, 3, 7, 7, 7]")]
    [InlineData("conv1.weight [8, 0, 3, 7, 7]")]
    [InlineData("conv1.weight [5000, 1, 3, 7, 7]")]
    [InlineData("features.0.weight [5000, 1, 3, 3, 3]")]
    public void FromStateDict_ImpossibleWidth_IsRefusedBeforeANetworkOfItIsMade(string first)
    {
        var error = Assert.Throws<EngineException>(() => BackboneFactory.FromStateDict(BackboneFixture.Zeros([first])));

        Assert.Contains("Expected 1 to 2048 feature maps", error.Message, StringComparison.Ordinal);
    }
}
