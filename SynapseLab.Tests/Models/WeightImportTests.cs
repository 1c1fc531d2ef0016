using System.IO.Compression;
using System.Text;
using SynapseLab.Engine;
using SynapseLab.Engine.Methods.SimClr;
using SynapseLab.Engine.Models;
using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Models;

public sealed class WeightImportTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly string _dir = Directory.CreateTempSubdirectory("synapselab-weights").FullName;

    public void Dispose()
    {
        _scope.Dispose();
        Directory.Delete(_dir, recursive: true);
    }

    [Fact]
    public void Torchvision_R3d18WithItsNames_GivesItsFeatures()
    {
        var expected = BackboneFixture.Read().Torchvision;
        using var net = BackboneFixture.New(new ResNet3dOptions(18));
        Assert.Equal(33_166_272, expected.Parameters);
        Assert.Equal(expected.Parameters, net.parameters().Sum(parameter => parameter.numel()));

        var report = WeightImport.Into(net, FormulaWeights.Fill(StateDict(expected.Names)), "r3d_18.pth");

        Assert.True(report.IsComplete, report.Summary);
        Assert.Equal("torchvision r3d_18", report.Origin);
        Assert.Equal(["fc.weight", "fc.bias"], report.Ignored);
        Assert.Equal(expected.Names.Count(name => !name.Contains("num_batches_tracked", StringComparison.Ordinal)) - 2, report.Matched.Count);
        Assert.Empty(report.Note);
        using var noGradients = no_grad();
        net.eval();
        BackboneFixture.AssertClose(expected.Features, net.call(BackboneFixture.Cubes(1, 3, 16)));
    }

    [Fact]
    public void OwnCheckpoint_GivesItsBackbone_AndIgnoresTheHead()
    {
        using var generator = new Generator(1);
        using var model = new SimClr(BackboneFixture.New(new Vgg3dOptions(1, 2)), new ProjectionHead(16, 4, 3, generator), temperature: 0.1);
        string path = Save(new TorchDictionary { ["model_state_dict"] = TensorDataConversion.StateDict(model), ["epoch"] = 3 }, "latest.pt");
        using var net = BackboneFixture.Other(new Vgg3dOptions(1, 2));

        var report = WeightImport.Into(net, path);

        Assert.True(report.IsComplete, report.Summary);
        Assert.Equal(("latest.pt", "own checkpoint"), (report.Source, report.Origin));
        Assert.Equal("projection.layers.0.weight", report.Ignored[0]);
        AssertSame(model.Backbone, net);
        using var inferred = BackboneFactory.FromStateDict(WeightFile.Read(path));
        AssertSame(model.Backbone, inferred);
    }

    [Fact]
    public void Safetensors_GivesItsWeights()
    {
        using var from = BackboneFixture.New(new ResNet3dOptions(18, 3, 2));
        string path = Path.Combine(_dir, "backbone.safetensors");
        using (var file = File.Create(path))
        {
            SafetensorsFile.Write(file, from.state_dict().Select(entry => KeyValuePair.Create(entry.Key, entry.Value.ToTensorData())));
        }

        using var net = BackboneFixture.Other(new ResNet3dOptions(18, 3, 2));
        var report = WeightImport.Into(net, path);

        Assert.Equal("backbone.safetensors (plain state dict): 100 weights matched, 0 adapted, 0 missing, 0 unexpected, 0 of another shape, 0 of heads ignored", report.Summary);
        AssertSame(from, net);
    }

    [Fact]
    public void Hara_ParallelNamesAndClassifier_AreUnderstood()
    {
        var options = new ResNet3dOptions(50, 3, 2, ResNet3dStem.K7S2);
        using var from = BackboneFixture.New(options);
        var weights = BackboneFixture.Renamed(from, name => "module." + name, ("module.fc.weight", [700, 64]), ("module.fc.bias", [700]));
        using var net = BackboneFixture.Other(options);

        var report = WeightImport.Into(net, new TorchDictionary { ["epoch"] = 200, ["arch"] = "resnet-50", ["state_dict"] = weights }, "r3d50.pth");

        Assert.True(report.IsComplete, report.Summary);
        Assert.Equal(["fc.weight", "fc.bias"], report.Ignored);
        Assert.Equal("3D-ResNet", report.Origin);
        Assert.Contains("strides", report.Sentences, StringComparison.Ordinal);
        AssertSame(from, net);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(6, false)]
    public void Hemibrain_AnyNumberOfClasses_GivesItsFeatures(int classes, bool isBare)
    {
        using var from = BackboneFixture.New(new Vgg3dOptions(1, 2, ClassCount: classes, CubeSize: 16));
        var weights = TensorDataConversion.StateDict(from);
        string path = Save(isBare ? weights : new TorchDictionary { ["model_state_dict"] = weights, ["iteration"] = 1 }, "hemibrain_production.checkpoint");
        using var net = BackboneFixture.Other(new Vgg3dOptions(1, 2));

        var report = WeightImport.Into(net, path);

        Assert.True(report.IsComplete, report.Summary);
        Assert.Equal($"VGG3D of {classes} classes", report.Origin);
        Assert.Equal(6, report.Ignored.Count);
        AssertSame(net, from);
        using var inferred = BackboneFactory.FromStateDict(WeightFile.Read(path), layerNum: 20);
        Assert.Equal(new Vgg3dOptions(1, 2, 20) { Scaling = InputScaling.SignedUnit }, inferred.Options);
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
        var error = Assert.Throws<EngineException>(() => BackboneFactory.FromStateDict(StateDict([first])));

        Assert.Contains("Expected 1 to 2048 feature maps", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Zeros under names written as "name [shape]".</summary>
    private static TorchDictionary StateDict(string[] names) => TorchDictionary.StateDict(names.Select(text =>
    {
        string[] parts = text.Split(' ', 2);
        long[] shape = [.. parts[1].Trim('[', ']').Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
        return KeyValuePair.Create(parts[0], (parts[0].EndsWith("tracked", StringComparison.Ordinal) ? zeros(shape, ScalarType.Int64) : zeros(shape)).ToTensorData());
    }));

    private string Save(TorchDictionary value, string name)
    {
        string path = Path.Combine(_dir, name);
        using var file = File.Create(path);
        TorchFile.Write(file, value);
        return path;
    }

    /// <summary>All weights of the first that the second has, and the second has at least all of the first but heads.</summary>
    private static void AssertSame(Backbone expected, Backbone actual)
    {
        var weights = actual.state_dict();
        Assert.All(expected.state_dict(), entry => Assert.True(entry.Value.equal(weights[entry.Key]), entry.Key));
    }
}
