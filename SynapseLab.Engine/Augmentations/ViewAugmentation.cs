using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Makes one view of a batch: geometry on all channels, then intensity on the raw channel, clamped to [0, 1].</summary>
/// <param name="Geometry">Applied in this order.</param>
/// <param name="Intensity">Applied in this order, after all geometry.</param>
public sealed record ViewAugmentation(IReadOnlyList<IGeometryTransform> Geometry, IReadOnlyList<IIntensityTransform> Intensity)
{
    /// <summary>Cubes (N, C, D, H, W) in [0, 1], channel 0 raw → one view, same shape, float32; the input stays as it is.</summary>
    public Tensor Apply(Tensor cubes, ViewRandomness random)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        var x = Geometry.Aggregate(cubes, (view, transform) => transform.Apply(view, random));
        var raw = Intensity.Aggregate(x.narrow(1, 0, 1), (grey, transform) => transform.Apply(grey, random)).clamp(0, 1); // (N, 1, D, H, W)
        long maskChannels = x.shape[1] - 1;
        var view = maskChannels == 0 ? raw : cat([raw, x.narrow(1, 1, maskChannels)], 1); // (N, C, D, H, W)
        return view.MoveToOuterDisposeScope();
    }
}
