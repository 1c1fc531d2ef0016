using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Makes one view of a batch: geometry on all channels, then intensity on the raw channel and what masks need.</summary>
/// <param name="Geometry">Applied in this order.</param>
/// <param name="Intensity">Applied in this order, after all geometry.</param>
public sealed record ViewAugmentation(IReadOnlyList<IGeometryTransform> Geometry, IReadOnlyList<IIntensityTransform> Intensity)
{
    /// <summary>Intensity before all geometry, where sections still lie along z: faults of single sections. Default none.</summary>
    public IReadOnlyList<IIntensityTransform> Sections { get; init; } = [];

    /// <summary>What happens to masks after all geometry. Default none.</summary>
    public IReadOnlyList<IMaskTransform> Masks { get; init; } = [];

    /// <summary>
    /// Whether raw is clamped to [0, 1] in the end. Default true, for cubes scaled to [0, 1]; false for z-scored raw, whose values
    /// lie on both sides of 0.
    /// </summary>
    public bool ClampsToUnit { get; init; } = true;

    /// <summary>Cubes (N, C, D, H, W), channel 0 raw → one view, same shape, float32; the input stays as it is.</summary>
    /// <exception cref="EngineException">A mask that <see cref="Masks"/> change is missing.</exception>
    public Tensor Apply(Tensor cubes, ViewRandomness random)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        var sections = Sections.Count == 0 ? cubes : Join(Change(Sections, Raw(cubes), random), MasksOf(cubes));
        var moved = Geometry.Aggregate(sections, (view, transform) => transform.Apply(view, random)); // (N, C, D, H, W)
        var raw = Change(Intensity, Raw(moved), random); // (N, 1, D, H, W)
        var masks = Masks.Aggregate(MasksOf(moved), (view, transform) => transform.Apply(view, random)); // (N, C − 1, D, H, W)
        return Join(ClampsToUnit ? raw.clamp(0, 1) : raw, masks).MoveToOuterDisposeScope();
    }

    private static Tensor Raw(Tensor cubes) => cubes.narrow(1, 0, 1);

    private static Tensor MasksOf(Tensor cubes) => cubes.narrow(1, 1, cubes.shape[1] - 1);

    private static Tensor Change(IEnumerable<IIntensityTransform> transforms, Tensor raw, ViewRandomness random) =>
        transforms.Aggregate(raw, (grey, transform) => transform.Apply(grey, random));

    private static Tensor Join(Tensor raw, Tensor masks) => cat([raw, masks], 1); // (N, C, D, H, W)
}
