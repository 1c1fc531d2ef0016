using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>
/// Reads cubes at other places than their voxels. Coordinates are normalised: −1 and 1 are the outer faces of the cube, so voxel
/// i of s has its centre at (2i + 1) ∕ s − 1; their order is x, y, z.
/// </summary>
internal static class Resampling
{
    /// <summary>
    /// Cubes (N, C, s, s, s) read at a grid (N, s, s, s, 3): raw between voxels (trilinear), masks at the nearest voxel, so that
    /// they stay 0 or 1.
    /// </summary>
    internal static Tensor Read(Tensor cubes, Tensor grid, GridSamplePaddingMode outside)
    {
        using var scope = NewDisposeScope();
        var raw = nn.functional.grid_sample(cubes.narrow(1, 0, 1), grid, GridSampleMode.Bilinear, outside, align_corners: false); // (N, 1, s, s, s)
        long maskChannels = cubes.shape[1] - 1;
        if (maskChannels == 0)
        {
            return raw.MoveToOuterDisposeScope();
        }

        var masks = nn.functional.grid_sample(cubes.narrow(1, 1, maskChannels), grid, GridSampleMode.Nearest, outside, align_corners: false);
        return cat([raw, masks], 1).MoveToOuterDisposeScope(); // (N, C, s, s, s)
    }

    /// <summary>The grid on which voxel p of sample i reads from Aᵢ·(p, 1).</summary>
    /// <param name="cubes">(N, C, s, s, s): gives shape and device.</param>
    /// <param name="maps">N matrices of 3 × 4, row by row, on (x, y, z, 1).</param>
    /// <exception cref="ArgumentException">The cubes' sides differ.</exception>
    internal static Tensor Grid(Tensor cubes, IReadOnlyList<float[]> maps)
    {
        CubicShape.Require(cubes);
        using var theta = tensor([.. maps.SelectMany(map => map)], [maps.Count, 3, 4], device: cubes.device); // (N, 3, 4)
        return nn.functional.affine_grid(theta, cubes.shape, align_corners: false); // (N, s, s, s, 3)
    }
}
