using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

/// <summary>Batches as arrays, which tests compare.</summary>
internal static class CubeArrays
{
    /// <summary>Voxels (N·C·s³) and redraws of a batch.</summary>
    internal static (float[] Cubes, MaskAwareRedraws? Redraws) ReadArray(this ICubeSource source, int epoch, int[] indices)
    {
        var batch = CubeBatch.Read(source, epoch, indices);
        using (batch.Cubes)
        {
            return (batch.Cubes.data<float>().ToArray(), batch.Redraws);
        }
    }
}
