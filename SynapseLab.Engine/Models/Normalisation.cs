using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>What follows each convolution of a backbone.</summary>
public enum Normalisation
{
    /// <summary>BatchNorm3d: statistics of the batch in training, running ones in evaluation.</summary>
    Batch,

    /// <summary>GroupNorm: statistics of each cube by itself, the same in training and evaluation, so that small batches do no harm.</summary>
    Group,
}

/// <summary>Normalisation layers by name; weights are called bn1 … in a ResNet and features.N in a VGG3D whichever they are.</summary>
public static class NormalisationLayers
{
    /// <summary>
    /// Channels of a group. Wu and He 2018 (https://arxiv.org/abs/1803.08494) fix the number of groups at 32, which does not
    /// divide a VGG3D's 24 or 48 maps; 8 channels divide every stage of both families at their own widths.
    /// </summary>
    public const int ChannelsPerGroup = 8;

    private static readonly (string Word, Normalisation Normalisation)[] s_words = [("batch", Normalisation.Batch), ("group", Normalisation.Group)];

    /// <summary>batch or group.</summary>
    /// <exception cref="EngineException">Another word.</exception>
    public static Normalisation Parse(string word) => NamedChoice.Parse("the normalisation", word, s_words);

    /// <summary>The word that <see cref="Parse"/> reads.</summary>
    internal static string Word(this Normalisation normalisation) => s_words.First(entry => entry.Normalisation == normalisation).Word;

    /// <summary>A layer for (N, channels, D, H, W). Narrow networks get groups of the largest size that divides both 8 and their width.</summary>
    internal static nn.Module<Tensor, Tensor> New(Normalisation normalisation, int channels) => normalisation == Normalisation.Batch
        ? nn.BatchNorm3d(channels)
        : new WideGroupNorm(channels / GroupSize(channels), channels);

    /// <summary>Greatest common divisor of 8 and the channels: how often 2 divides them, up to three times.</summary>
    private static int GroupSize(int channels) => Math.Min(ChannelsPerGroup, channels & -channels);
}
