using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Moves voxels: acts on all channels alike.</summary>
public interface IGeometryTransform
{
    /// <summary>Cubes (N, C, D, H, W) → cubes of the same shape; each sample has draws of its own; the input stays as it is.</summary>
    Tensor Apply(Tensor cubes, ViewRandomness random);
}

/// <summary>Changes grey values: sees the raw channel only, so masks cannot be touched.</summary>
public interface IIntensityTransform
{
    /// <summary>Raw (N, 1, D, H, W) → raw, not yet clamped; each sample has draws of its own; the input stays as it is.</summary>
    Tensor Apply(Tensor raw, ViewRandomness random);
}

/// <summary>Changes masks only, after all geometry: what a view is told about the structures.</summary>
public interface IMaskTransform
{
    /// <summary>Masks (N, C − 1, D, H, W) of 0 and 1 → masks of 0 and 1; each sample has draws of its own; the input stays as it is.</summary>
    Tensor Apply(Tensor masks, ViewRandomness random);
}
