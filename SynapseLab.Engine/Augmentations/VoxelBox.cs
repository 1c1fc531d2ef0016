using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>A box of voxels per axis z, y, x: from <paramref name="First"/> on, before <paramref name="End"/>; empty where they are equal.</summary>
/// <param name="First">(z, y, x).</param>
/// <param name="End">(z, y, x), not included.</param>
internal readonly record struct VoxelBox(int[] First, int[] End)
{
    /// <summary>The box that holds nothing.</summary>
    internal static VoxelBox Empty { get; } = new([0, 0, 0], [0, 0, 0]);

    /// <summary>Raw (N, 1, D, H, W) with 0, black, in box i of sample i.</summary>
    internal static Tensor Blacken(Tensor raw, IReadOnlyList<VoxelBox> boxes)
    {
        using var scope = NewDisposeScope();
        var inside = Within(0) & Within(1) & Within(2); // (N, 1, D, H, W)
        return raw.masked_fill(inside, 0).MoveToOuterDisposeScope();

        Tensor Within(int axis)
        {
            long[] along = [1, 1, 1, 1, 1];
            along[axis + 2] = raw.shape[axis + 2];
            var voxels = arange(along[axis + 2], ScalarType.Float32, raw.device).reshape(along);
            return (voxels >= Draws.PerSample([.. boxes.Select(box => (float)box.First[axis])], raw.device))
                & (voxels < Draws.PerSample([.. boxes.Select(box => (float)box.End[axis])], raw.device));
        }
    }

    /// <summary>Whether the box holds a voxel (z, y, x).</summary>
    internal bool Holds(int z, int y, int x) =>
        First[0] <= z && z < End[0] && First[1] <= y && y < End[1] && First[2] <= x && x < End[2];
}
