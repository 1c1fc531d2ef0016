using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>Builds backbones: new by name, or as a state dict describes itself.</summary>
public static class BackboneFactory
{
    /// <summary>The shape of a backbone by name and stem.</summary>
    /// <param name="backbone">resnet3d18, resnet3d34, resnet3d50 or vgg3d.</param>
    /// <param name="stem">r3d or k7s2; ignored by vgg3d.</param>
    /// <param name="inputChannels">Channels of a cube.</param>
    /// <param name="width">Feature maps of the first stage; <see cref="DefaultWidth"/> is the family's own.</param>
    /// <param name="stemMaxPool">Whether a k7s2 stem pools; ignored by others.</param>
    /// <exception cref="EngineException">Name or stem is unknown.</exception>
    public static BackboneOptions Describe(string backbone, string stem, int inputChannels, int width, bool stemMaxPool)
    {
        return backbone switch
        {
            "resnet3d18" => ResNet(18),
            "resnet3d34" => ResNet(34),
            "resnet3d50" => ResNet(50),
            "vgg3d" => new Vgg3dOptions(inputChannels, width),
            _ => throw new EngineException($"Expected a backbone resnet3d18, resnet3d34, resnet3d50 or vgg3d, got '{backbone}'."),
        };

        ResNet3dOptions ResNet(int depth) => new(
            depth, inputChannels, width, NamedChoice.Parse("the stem", stem, ("r3d", ResNet3dStem.R3d), ("k7s2", ResNet3dStem.K7S2)), stemMaxPool);
    }

    /// <summary>Feature maps of the first stage in the published networks: 24 for vgg3d, 64 for the ResNets.</summary>
    public static int DefaultWidth(string backbone) => backbone == "vgg3d" ? 24 : 64;

    /// <summary>What the network of a state dict, or of a checkpoint around one, saw as raw: [−1, 1] for a VGG3D with a classifier, as the public checkpoint; null where weights do not tell.</summary>
    public static InputScaling? ScalingOf(TorchDictionary stateDict) => WeightNames.Read(stateDict).Scaling;

    /// <summary>
    /// A backbone with the weights of a state dict, or of a checkpoint around one, its shape read from names and sizes; the
    /// names of <see cref="WeightImport"/> are understood, heads of other tasks left out. What no weight tells is asked.
    /// </summary>
    /// <param name="stateDict">Every weight of the backbone must be there.</param>
    /// <param name="stemMaxPool">Whether a K7S2 stem pools.</param>
    /// <param name="pooling">From feature maps to embedding; flatten is for 80³.</param>
    /// <param name="layerNum">Module of a VGG3D's features that gives the maps; −1 is the last.</param>
    /// <param name="scaling">What the network wants raw to be; null: [−1, 1] for a VGG3D with a classifier, as the public checkpoint, else [0, 1].</param>
    /// <param name="imported">Gets what became of the weights.</param>
    /// <exception cref="EngineException">It is no state dict of a known family, or weights are missing or of another shape.</exception>
    public static Backbone FromStateDict(
        TorchDictionary stateDict, bool stemMaxPool = true, FeaturePooling pooling = FeaturePooling.Avg, int layerNum = -1, InputScaling? scaling = null,
        Action<WeightImportReport>? imported = null)
    {
        var shape = BackboneInference.Infer(WeightNames.Read(stateDict), stemMaxPool, layerNum);
        using var generator = new Generator(0);
        var backbone = (shape with { Pooling = pooling, Scaling = scaling ?? shape.Scaling }).Build(generator);
        try
        {
            var report = WeightImport.Into(backbone, stateDict, "The state dict");
            if (!report.IsComplete)
            {
                throw new EngineException($"The weights do not fit a {backbone.Name}. {report.Summary}.");
            }

            imported?.Invoke(report);
            return backbone;
        }
        catch
        {
            backbone.Dispose();
            throw;
        }
    }
}
