using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Models;
using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>Cubes through a backbone in eval mode, full float32, without augmentation (domain §9).</summary>
internal static class EmbeddingPass
{
    // Enough to keep a device busy, little enough for its memory: 8 cubes of 80³ are 49 MB a channel.
    private const long VoxelsPerBatch = 8L * 80 * 80 * 80;

    /// <summary>Embeddings of the probe cubes named by <paramref name="indices"/>, in that order: (n, d). The backbone's mode is restored.</summary>
    /// <param name="backbone">Cubes → h.</param>
    /// <param name="cubes">Where they are read, each once.</param>
    /// <param name="indices">Which.</param>
    /// <param name="device">Where the backbone is.</param>
    /// <param name="progress">Cubes done.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <param name="read">Sees each batch as read: how many cubes came before, and its voxels (m, C, s, s, s).</param>
    internal static EmbeddingMatrix Embed(
        Backbone backbone, ICubeSource cubes, int[] indices, Device device,
        IProgress<WorkProgress>? progress, CancellationToken cancellationToken, Action<int, float[]>? read = null)
    {
        var (channels, cubeSize) = (cubes.ChannelCount, cubes.CubeSize);
        int dimension = backbone.FeatureDimension;
        float[] values = new float[indices.Length * dimension];
        int batchSize = (int)Math.Clamp(VoxelsPerBatch / ((long)cubeSize * cubeSize * cubeSize), 1, 256);
        bool wasTraining = backbone.training;
        using var full = FullFloat32.Enter();
        backbone.eval();
        try
        {
            for (int first = 0; first < indices.Length; first += batchSize)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int count = Math.Min(batchSize, indices.Length - first);
                using var scope = NewDisposeScope();
                using var noGradients = no_grad();
                float[] voxels = cubes.ReadProbe(indices.AsSpan(first, count));
                read?.Invoke(first, voxels);
                var batch = tensor(voxels, [count, channels, cubeSize, cubeSize, cubeSize]).to(device);
                var embeddings = backbone.call(batch).cpu(); // (count, d)
                embeddings.data<float>().CopyTo(values.AsSpan(first * dimension, count * dimension));
                progress?.Report(new WorkProgress("embedding cubes", first + count, indices.Length));
            }
        }
        finally
        {
            backbone.train(wasTraining);
        }

        return new EmbeddingMatrix(values, indices.Length, dimension);
    }
}
