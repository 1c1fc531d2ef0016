using SynapseLab.Engine.Models;
using SynapseLab.Engine.Training;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Training;

/// <summary>The network of a run's file, by its own layer or another.</summary>
public sealed class NetworkFileTests
{
    [Theory]
    [InlineData(-1, null, "flatten")]
    [InlineData(-1, -1, "flatten")]
    [InlineData(-1, 33, "flatten")] // the last module of 34
    [InlineData(-1, 20, "avg")]
    [InlineData(20, null, "flatten")]
    [InlineData(20, 20, "flatten")]
    [InlineData(20, -1, "avg")]
    public void Build_PoolingOfTheRun_IsForTheRunsOwnLayer(int own, int? asked, string expected)
    {
        NetworkFile file = Of(new Vgg3dOptions(1, 2), new() { Backbone = "vgg3d", Width = 2, Pooling = "flatten", LayerNum = own });

        using Backbone backbone = file.Build(asked), flattened = file.Build(asked, "flatten");

        Assert.Equal(FeaturePoolings.Parse(expected), backbone.Options.Pooling);
        Assert.Equal(FeaturePooling.Flatten, flattened.Options.Pooling);
    }

    [Fact]
    public void Build_ResNet_HasNoLayers_AndKeepsItsPooling()
    {
        NetworkFile file = Of(new ResNet3dOptions(18, 1, 2), new() { Width = 2, Pooling = "max" });

        using Backbone backbone = file.Build(FeatureExtractionOptions.DefaultLayer);

        Assert.Equal(FeaturePoolings.Parse("max"), backbone.Options.Pooling);
    }

    private static NetworkFile Of(BackboneOptions shape, TrainingOptions run)
    {
        using var generator = new TorchSharp.torch.Generator(1);
        using Backbone backbone = shape.Build(generator);
        return new("run.pt", TensorDataConversion.StateDict(backbone), run);
    }
}
