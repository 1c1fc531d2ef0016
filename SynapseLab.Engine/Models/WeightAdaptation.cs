using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>Changes that let foreign weights do in our network what they did in theirs.</summary>
internal static class WeightAdaptation
{
    // PyTorch's batch norm adds this to the variance.
    private const float Epsilon = 1e-5f;

    /// <summary>
    /// A first convolution (w, M, k, k, k) for N input channels: summed over its own M, divided by N, repeated N times. A cube
    /// whose channels are all equal then gives what it gave before. Null where the shapes differ in more than the channels.
    /// </summary>
    internal static (Tensor Weight, string How)? InputChannels(string name, TensorData weight, long[] wanted)
    {
        if (weight.Shape is not [var width, var channels, ..] || weight.Shape.Count != 5 || width != wanted[0] || !weight.Shape.Skip(2).SequenceEqual(wanted[2..]))
        {
            return null;
        }

        using var scope = NewDisposeScope();
        long wantedChannels = wanted[1];
        var sum = weight.ToTensor().to(ScalarType.Float32).sum([1L], keepdim: true); // (w, 1, k, k, k)
        var spread = sum.div(wantedChannels).expand(wanted).contiguous(); // (w, N, k, k, k)
        string how = channels == 1
            ? $"{name}: 1 input channel repeated into {wantedChannels}, each divided by {wantedChannels}"
            : $"{name}: {channels} input channels summed" + (wantedChannels == 1 ? " into 1" : $", spread evenly over {wantedChannels}");
        return (spread.MoveToOuterDisposeScope(), how);
    }

    /// <summary>
    /// Type-A shortcuts (He et al. 2016) have no weights: they take every second voxel and fill new channels with zeros. A
    /// strided 1-convolution with ones on its diagonal and a batch norm that changes nothing do the same, in evaluation to
    /// float precision; trained further, both learn. The names are those of downsample.0 and .1 of one block.
    /// </summary>
    internal static IEnumerable<(string Name, Tensor Value)> ParameterFreeShortcut(string block, long[] shape)
    {
        string norm = $"{block}downsample.1.";
        yield return ($"{block}downsample.0.weight", eye(shape[0], shape[1]).reshape(shape)); // (out, in, 1, 1, 1)
        yield return (norm + "weight", ones([shape[0]]));
        yield return (norm + "bias", zeros([shape[0]]));
        yield return (norm + "running_mean", zeros([shape[0]]));
        yield return (norm + "running_var", full([shape[0]], 1 - Epsilon));
    }
}
