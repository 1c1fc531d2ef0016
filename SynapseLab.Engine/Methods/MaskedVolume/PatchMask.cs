using SynapseLab.Engine.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods.MaskedVolume;

/// <summary>Which voxels are hidden: whole patches of a grid over each cube, as many in every cube.</summary>
internal static class PatchMask
{
    /// <summary>(N, 1, D, H, W) float32 on the CPU, 1 where hidden; patches at the far ends may be cut.</summary>
    /// <param name="count">N.</param>
    /// <param name="size">D, H, W in voxels.</param>
    /// <param name="patch">Edge of a patch in voxels.</param>
    /// <param name="fraction">Of the patches, 0 … 1; at least one is hidden and one stays.</param>
    /// <param name="generator">Draws N times the number of patches.</param>
    /// <exception cref="EngineException">One patch covers the whole cube.</exception>
    internal static Tensor Draw(int count, (int D, int H, int W) size, int patch, double fraction, Generator generator)
    {
        int[] grid = [Cells(size.D), Cells(size.H), Cells(size.W)];
        int patches = grid[0] * grid[1] * grid[2];
        if (patches < 2)
        {
            int largest = Math.Max(size.D, Math.Max(size.H, size.W));
            throw new EngineException($"Expected a mask patch smaller than the cube of {size.D} × {size.H} × {size.W} voxels, got {patch}: nothing would be left to see. Set the patch size below {largest}.");
        }

        int hidden = Math.Clamp((int)Math.Round(fraction * patches), 1, patches - 1);
        float[] lots = Draws.Uniform(count * patches, 0, 1, generator); // (N, patches)
        using var scope = NewDisposeScope();
        var mask = tensor([.. lots.Chunk(patches).SelectMany(own => Smallest(own, hidden))], [count, 1, grid[0], grid[1], grid[2]]);
        var voxels = mask.repeat_interleave(patch, 2).repeat_interleave(patch, 3).repeat_interleave(patch, 4);
        return voxels.narrow(2, 0, size.D).narrow(3, 0, size.H).narrow(4, 0, size.W).contiguous().MoveToOuterDisposeScope();

        int Cells(int length) => (length + patch - 1) / patch;
    }

    /// <summary>1 at the places of the <paramref name="number"/> smallest lots, else 0.</summary>
    private static float[] Smallest(float[] lots, int number)
    {
        float[] chosen = new float[lots.Length];
        foreach (int place in Enumerable.Range(0, lots.Length).OrderBy(i => lots[i]).Take(number))
        {
            chosen[place] = 1;
        }

        return chosen;
    }
}
