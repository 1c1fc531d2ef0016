namespace SynapseLab.Engine.Models;

/// <summary>What a forward pass costs; batch norms, activations and the head are left out (under 2 %).</summary>
public static class NetworkCost
{
    /// <summary>Multiply-adds of all convolutions of a backbone for one cube of side <paramref name="cubeSize"/>.</summary>
    public static double MultiplyAdds(Backbone backbone, int cubeSize) => MultiplyAdds(backbone.Options, cubeSize);

    /// <summary>The same for a network that is not built yet.</summary>
    public static double MultiplyAdds(BackboneOptions options, int cubeSize) => options switch
    {
        ResNet3dOptions resNet => OfResNet(resNet, cubeSize),
        Vgg3dOptions vgg => OfVgg(vgg, cubeSize),
        _ => throw new EngineException($"The cost of a {options.Name} is not known."),
    };

    private static double OfResNet(ResNet3dOptions options, int cubeSize)
    {
        bool r3d = options.Stem == ResNet3dStem.R3d;
        double plane = Half(cubeSize);
        double depth = r3d ? cubeSize : Half(cubeSize);
        double cost = options.InputChannels * options.Width * (r3d ? 3 : 7) * 49 * depth * plane * plane;
        if (!r3d && options.StemMaxPool)
        {
            (depth, plane) = (Half(depth), Half(plane));
        }

        double inChannels = options.Width;
        for (int stage = 0; stage < 4; stage++)
        {
            double inVoxels = depth * plane * plane;
            (depth, plane) = stage == 0 ? (depth, plane) : (Half(depth), Half(plane));
            double outVoxels = depth * plane * plane;
            double width = options.Width << stage;
            for (int block = 0; block < options.BlocksPerStage[stage]; block++)
            {
                cost += BlockCost(options.HasBottlenecks, inChannels, width, block == 0 ? inVoxels : outVoxels, outVoxels);
                inChannels = options.HasBottlenecks ? width * Bottleneck.Expansion : width;
            }
        }

        return cost;
    }

    private static double OfVgg(Vgg3dOptions options, int cubeSize)
    {
        double cost = 0;
        double inChannels = options.InputChannels;
        for (int stage = 0, layer = 0; stage < 4; stage++)
        {
            double width = options.Width << stage;
            double voxels = Math.Pow(cubeSize >> stage, 3);
            for (int i = 0; i < Vgg3dOptions.ConvolutionsPerStage[stage] && layer <= options.LastLayer; i++)
            {
                cost += 27 * inChannels * width * voxels;
                inChannels = width;
                layer += 3; // convolution, normalisation, ReLU
            }

            layer++; // max-pool
        }

        return cost;
    }

    /// <summary>Each weight of a convolution is used once per voxel it writes; a bottleneck's first one runs before the stride.</summary>
    private static double BlockCost(bool hasBottlenecks, double inChannels, double width, double inVoxels, double outVoxels)
    {
        double outChannels = hasBottlenecks ? width * Bottleneck.Expansion : width;
        double shortcut = inChannels == outChannels && inVoxels == outVoxels ? 0 : inChannels * outChannels * outVoxels;
        return shortcut + (hasBottlenecks
            ? (inChannels * width * inVoxels) + (27 * width * width * outVoxels) + (width * outChannels * outVoxels)
            : (27 * inChannels * width * outVoxels) + (27 * width * width * outVoxels));
    }

    private static double Half(double size) => Math.Ceiling(size / 2);
}
