namespace SynapseLab.Engine.Models;

/// <summary>What a forward pass costs; batch norms, activations and the head are left out (under 2 %).</summary>
public static class NetworkCost
{
    /// <summary>Multiply-adds of all convolutions for one cube of side <paramref name="cubeSize"/>.</summary>
    public static double MultiplyAdds(ResNet3dOptions options, int cubeSize)
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
            (depth, plane) = stage == 0 ? (depth, plane) : (Half(depth), Half(plane));
            double voxels = depth * plane * plane;
            double width = options.Width << stage;
            for (int block = 0; block < options.BlocksPerStage[stage]; block++)
            {
                cost += voxels * BlockWeights(options.HasBottlenecks, inChannels, width);
                inChannels = options.HasBottlenecks ? width * Bottleneck.Expansion : width;
            }
        }

        return cost;
    }

    /// <summary>Weights of a block's convolutions, each used once per output voxel.</summary>
    private static double BlockWeights(bool hasBottlenecks, double inChannels, double width)
    {
        double outChannels = hasBottlenecks ? width * Bottleneck.Expansion : width;
        double shortcut = inChannels == outChannels ? 0 : inChannels * outChannels;
        return shortcut + (hasBottlenecks
            ? (inChannels * width) + (27 * width * width) + (width * outChannels)
            : (27 * inChannels * width) + (27 * width * width));
    }

    private static double Half(double size) => Math.Ceiling(size / 2);
}
