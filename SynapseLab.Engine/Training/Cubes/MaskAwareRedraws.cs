using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>
/// Mask-aware positives (domain §4): a sample whose cube has fewer than 100 cleft voxels, or one of whose views has none left, is drawn
/// again, at most 10 times; then the last draw is used. The reader sees to the cubes, this to the views, which are the ones trained on.
/// </summary>
/// <param name="source">Draws cubes.</param>
/// <param name="epoch">0-based.</param>
/// <param name="indices">Samples of the batch.</param>
/// <param name="draws">How often each was drawn again already; counted on here.</param>
internal sealed class MaskAwareRedraws(SampledCubes source, int epoch, int[] indices, int[] draws)
{
    /// <summary>Least cleft voxels of a cube.</summary>
    internal const int LeastCleftVoxels = 100;

    /// <summary>Most redraws of a sample.</summary>
    internal const int MostRedraws = 10;

    private const int CleftChannel = 2;

    /// <summary>Redraws of each sample so far.</summary>
    internal IReadOnlyList<int> Draws => draws;

    /// <summary>Views of a batch in which, where 10 redraws suffice, every view of every sample holds cleft voxels.</summary>
    /// <param name="batch">(N, C, D, H, W).</param>
    /// <param name="makeViews">(M, C, D, H, W) → (2M, C, D, H, W), all first views, then all second ones.</param>
    /// <returns>(2N, C, D, H, W).</returns>
    internal Tensor Views(Tensor batch, Func<Tensor, Tensor> makeViews)
    {
        var views = makeViews(batch);
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        for (int[] failed = Failed(views, Enumerable.Range(0, indices.Length)); failed.Length > 0;)
        {
            var again = makeViews(Redraw(failed, batch)); // (2F, C, D, H, W)
            for (int i = 0; i < failed.Length; i++)
            {
                views.narrow(0, failed[i], 1).copy_(again.narrow(0, i, 1));
                views.narrow(0, indices.Length + failed[i], 1).copy_(again.narrow(0, failed.Length + i, 1));
            }

            failed = Failed(views, failed);
        }

        return views;
    }

    private int[] Failed(Tensor views, IEnumerable<int> samples)
    {
        var cleft = views.narrow(1, CleftChannel, 1).sum([1, 2, 3, 4]).cpu(); // (2N)
        float[] voxels = cleft.data<float>().ToArray();
        return [.. samples.Where(n => draws[n] < MostRedraws && (voxels[n] == 0 || voxels[indices.Length + n] == 0))];
    }

    private Tensor Redraw(int[] samples, Tensor batch)
    {
        long[] shape = [samples.Length, .. batch.shape[1..]];
        float[] cubes = new float[shape.Aggregate(1L, (product, length) => product * length)];
        int length = cubes.Length / samples.Length;
        for (int i = 0; i < samples.Length; i++)
        {
            draws[samples[i]] = source.ReadWithCleft(epoch, indices[samples[i]], draws[samples[i]] + 1, cubes.AsSpan(i * length, length));
        }

        return tensor(cubes, shape).to(batch.device);
    }
}
