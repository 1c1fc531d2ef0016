using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>Builds backbones: new by name, or as a state dict describes itself.</summary>
public static class BackboneFactory
{
    /// <summary>The shape of a backbone by name (resnet3d18|34|50) and stem (r3d|k7s2).</summary>
    /// <exception cref="EngineException">Name or stem is unknown.</exception>
    public static ResNet3dOptions Describe(string backbone, string stem, int inputChannels, int width, bool stemMaxPool) => new(
        backbone switch
        {
            "resnet3d18" => 18,
            "resnet3d34" => 34,
            "resnet3d50" => 50,
            _ => throw new EngineException($"Expected a backbone resnet3d18, resnet3d34 or resnet3d50, got '{backbone}'."),
        },
        inputChannels,
        width,
        stem switch
        {
            "r3d" => ResNet3dStem.R3d,
            "k7s2" => ResNet3dStem.K7S2,
            _ => throw new EngineException($"Expected a stem r3d or k7s2, got '{stem}'."),
        },
        stemMaxPool);

    /// <summary>
    /// A backbone with the weights of a plain state dict, its shape read from names and sizes; torchvision's names and a
    /// classifier are understood. Whether a K7S2 stem pools, no weight tells.
    /// </summary>
    /// <exception cref="EngineException">It is no state dict of a 3D ResNet.</exception>
    public static ResNet3d FromStateDict(TorchDictionary stateDict, bool stemMaxPool = true)
    {
        var weights = BackboneKeys.Normalise(stateDict);
        var backbone = new ResNet3d(Infer(weights, stemMaxPool), new Generator(0));
        try
        {
            TensorDataConversion.LoadStateDict(backbone, weights);
            return backbone;
        }
        catch (TorchFileException e)
        {
            backbone.Dispose();
            throw new EngineException($"The weights do not fit a 3D ResNet: {e.Message}", e);
        }
    }

    private static ResNet3dOptions Infer(TorchDictionary weights, bool stemMaxPool)
    {
        if (!weights.TryGetValue("conv1.weight", out object? first) || first is not TensorData { Shape: [var width, var channels, var depthKernel, 7, 7] })
        {
            throw new EngineException("Expected a 3D ResNet's state dict with a 'conv1.weight' of shape (width, channels, 3 or 7, 7, 7); the names are "
                + string.Join(", ", weights.Keys.Take(5)) + " ….");
        }

        int depth = weights.ContainsKey("layer1.0.conv3.weight") ? 50 : weights.ContainsKey("layer1.2.conv1.weight") ? 34 : 18;
        return new(depth, (int)channels, (int)width, depthKernel == 3 ? ResNet3dStem.R3d : ResNet3dStem.K7S2, stemMaxPool);
    }
}
