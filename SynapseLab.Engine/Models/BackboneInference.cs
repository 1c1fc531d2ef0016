using SynapseLab.Torch.Serialization;

namespace SynapseLab.Engine.Models;

/// <summary>The shape of a backbone, read from names and sizes of its weights.</summary>
internal static class BackboneInference
{
    // Far more than anybody trains: a file of a few MiB must not ask for a network of terabytes.
    private const int MostMaps = 2048;

    /// <exception cref="EngineException">The weights are of no known family, or of an impossible width.</exception>
    internal static BackboneOptions Infer(NamedWeights weights, bool stemMaxPool, int layerNum) =>
        weights.Find("conv1.weight") is { Shape: [_, _, _, 7, 7] } stem ? ResNet(weights, stem, stemMaxPool)
        : weights.Find("features.0.weight") is { Shape: [_, _, 3, 3, 3] } first ? Vgg(weights, first, layerNum)
        : throw new EngineException(
            "Expected the state dict of a 3D ResNet, with a 'conv1.weight' of shape (width, channels, 3 or 7, 7, 7), or of a VGG3D, with a 'features.0.weight' of shape "
            + $"(width, channels, 3, 3, 3); the names are {string.Join(", ", weights.Weights.Keys.Take(5))} ….");

    /// <summary>The shape in words; null where <see cref="Infer"/> knows none.</summary>
    internal static string? Words(NamedWeights weights)
    {
        try
        {
            return Infer(weights, stemMaxPool: true, layerNum: -1).Words;
        }
        catch (EngineException)
        {
            return null;
        }
    }

    private static ResNet3dOptions ResNet(NamedWeights weights, TensorData stem, bool stemMaxPool)
    {
        int depth = weights.Find("layer1.0.conv3.weight") is not null ? 50 : weights.Find("layer1.2.conv1.weight") is not null ? 34 : 18;
        var kind = stem.Shape[2] == 3 ? ResNet3dStem.R3d : ResNet3dStem.K7S2;
        RequirePossible("conv1.weight", stem);
        return new(depth, (int)stem.Shape[1], (int)stem.Shape[0], kind, stemMaxPool) { Normalisation = Norm(weights, "bn1.running_mean") };
    }

    private static Vgg3dOptions Vgg(NamedWeights weights, TensorData first, int layerNum)
    {
        RequirePossible("features.0.weight", first);
        return new((int)first.Shape[1], (int)first.Shape[0], layerNum)
        {
            Normalisation = Norm(weights, "features.1.running_mean"),
            Scaling = weights.Scaling ?? InputScaling.Unit,
        };
    }

    private static void RequirePossible(string name, TensorData weight)
    {
        if (weight.Shape.Take(2).Any(maps => maps is < 1 or > MostMaps))
        {
            throw new EngineException($"Expected 1 to {MostMaps} feature maps and input channels, but '{name}' has the shape ({string.Join(", ", weight.Shape)}); the file holds no network that was trained.");
        }
    }

    /// <summary>Only a batch norm keeps statistics.</summary>
    private static Normalisation Norm(NamedWeights weights, string statistics) =>
        weights.Find(statistics) is null ? Normalisation.Group : Normalisation.Batch;
}
