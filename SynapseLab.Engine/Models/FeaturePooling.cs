using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>How feature maps (N, C, D, H, W) become embeddings (N, d).</summary>
public enum FeaturePooling
{
    /// <summary>Mean of each map: d = C.</summary>
    Avg,

    /// <summary>Maximum of each map: d = C.</summary>
    Max,

    /// <summary>Means, then maxima: d = 2·C.</summary>
    AvgMax,

    /// <summary>
    /// Spatial pyramid (He et al. 2014, https://arxiv.org/abs/1406.4729): maxima over 1, 2³ and 4³ equal windows, one level
    /// after the other, in a level map after map: d = 73·C.
    /// </summary>
    Spp,

    /// <summary>All values: d = C·D·H·W, for one size of cube only. What V's projection head takes (24,000 at 80³).</summary>
    Flatten,
}

/// <summary>Applies a <see cref="FeaturePooling"/>.</summary>
public static class FeaturePoolings
{
    private static readonly long[] s_pyramid = [1, 2, 4];

    /// <summary>avg, max, avg+max, spp or flatten.</summary>
    /// <exception cref="EngineException">Another word.</exception>
    public static FeaturePooling Parse(string word) => NamedChoice.Parse(
        "the pooling",
        word,
        ("avg", FeaturePooling.Avg),
        ("max", FeaturePooling.Max),
        ("avg+max", FeaturePooling.AvgMax),
        ("spp", FeaturePooling.Spp),
        ("flatten", FeaturePooling.Flatten));

    /// <summary>Values that each map of a given number of voxels leaves.</summary>
    internal static long ValuesPerMap(this FeaturePooling pooling, long voxels) => pooling switch
    {
        FeaturePooling.Avg or FeaturePooling.Max => 1,
        FeaturePooling.AvgMax => 2,
        FeaturePooling.Spp => s_pyramid.Sum(side => side * side * side),
        _ => voxels,
    };

    /// <summary>(N, C, D, H, W) → (N, d).</summary>
    internal static Tensor Apply(this FeaturePooling pooling, Tensor maps) => pooling switch
    {
        FeaturePooling.Avg => maps.mean([2, 3, 4]),
        FeaturePooling.Max => maps.amax([2, 3, 4]),
        FeaturePooling.AvgMax => cat([maps.mean([2, 3, 4]), maps.amax([2, 3, 4])], 1),
        FeaturePooling.Spp => cat([.. s_pyramid.Select(side => nn.functional.adaptive_max_pool3d(maps, [side, side, side]).flatten(1))], 1),
        _ => maps.flatten(1),
    };
}
