using SynapseLab.Engine.Methods.SimClr;
using SynapseLab.Engine.Models;
using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Models;

/// <summary>Weights of every origin that is understood, and the networks that they give.</summary>
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

        var report = WeightImport.Into(net, FormulaWeights.Fill(BackboneFixture.Zeros(expected.Names)), "r3d_18.pth");

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
