using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Gaussian blur with a σ of its own for each sample: three one-dimensional convolutions, the samples as groups.</summary>
internal static class GaussianBlur
{
    // Beyond three σ lie 0.3 % of the weight.
    private const double Reach = 3;

    /// <summary>Raw (N, 1, D, H, W) blurred; the edge voxel stands for what is outside.</summary>
    /// <param name="raw">Stays as it is.</param>
    /// <param name="sigmas">One σ a sample in voxels, 0 or more; 0 leaves the sample as it is.</param>
    internal static Tensor Blur(Tensor raw, float[] sigmas)
    {
        using var scope = NewDisposeScope();
        int radius = sigmas.Max(Radius);
        long[] shape = raw.shape;
        long count = shape[0];
        var weights = tensor([.. sigmas.SelectMany(sigma => Weights(sigma, radius))], [count, 1, (2 * radius) + 1, 1, 1], device: raw.device);
        var x = raw.reshape(1, count, shape[2], shape[3], shape[4]);
        x = Along(x, weights, [0, 0, 0, 0, radius, radius]); // z
        x = Along(x, weights.transpose(2, 3), [0, 0, radius, radius, 0, 0]); // y
        x = Along(x, weights.transpose(2, 4), [radius, radius, 0, 0, 0, 0]); // x
        return x.reshape(shape).MoveToOuterDisposeScope(); // (N, 1, D, H, W)

        Tensor Along(Tensor input, Tensor kernel, long[] edges) =>
            nn.functional.conv3d(nn.functional.pad(input, edges, PaddingModes.Replicate), kernel.contiguous(), groups: count);
    }

    /// <summary>2·radius + 1 weights that sum to 1; a sample's own reach, so that its neighbours in the batch do not matter.</summary>
    internal static float[] Weights(float sigma, int radius)
    {
        int reach = Radius(sigma);
        double[] bell = [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(k =>
            k == 0 ? 1 : Math.Abs(k) > reach ? 0 : Math.Exp(-(double)k * k / (2.0 * sigma * sigma)))];
        double sum = bell.Sum();
        return [.. bell.Select(weight => (float)(weight / sum))];
    }

    private static int Radius(float sigma) => (int)Math.Ceiling(Reach * sigma);
}
