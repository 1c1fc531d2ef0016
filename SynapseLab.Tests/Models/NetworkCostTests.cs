using SynapseLab.Engine.Models;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Models;

public sealed class NetworkCostTests
{
    [Theory]
    [InlineData(ResNet3dStem.R3d, 18)]
    [InlineData(ResNet3dStem.K7S2, 50)]
    public void MultiplyAdds_OfANetwork_AreCountedAsByVisitingEachConvolution(ResNet3dStem stem, int depth)
    {
        var options = new ResNet3dOptions(depth, 3, 2, stem);
        using var net = new ResNet3d(options, new Generator(5));
        double visited = 0;
        foreach (var (name, parameter) in net.named_parameters())
        {
            if (parameter.ndim == 5)
            {
                visited += parameter.numel() * OutputVoxels(name, stem, 32, depth);
            }
        }

        Assert.Equal(visited, NetworkCost.MultiplyAdds(options, 32));
    }

    /// <summary>Voxels a convolution writes for a cube; the stages halve after the first, in a bottleneck after its first convolution.</summary>
    private static double OutputVoxels(string name, ResNet3dStem stem, int size, int depth)
    {
        (double z, double yx) = stem == ResNet3dStem.R3d ? (size, size / 2) : (size / 2, size / 2);
        if (name.StartsWith("layer", StringComparison.Ordinal))
        {
            int stage = name["layer".Length] - '1';
            int halvings = stage - (depth == 50 && stage > 0 && name.Contains(".0.conv1", StringComparison.Ordinal) ? 1 : 0) + (stem == ResNet3dStem.K7S2 ? 1 : 0);
            (z, yx) = (z / Math.Pow(2, halvings), yx / Math.Pow(2, halvings));
        }

        return z * yx * yx;
    }
}
