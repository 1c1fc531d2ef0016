using SynapseLab.Engine.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>The two views that training would make of one cube, by the training's own code path.</summary>
public static class AugmentationPreview
{
    /// <summary>Two views of a cube (C, s, s, s) in [0, 1], each of the same shape; the same seed gives the same views.</summary>
    /// <exception cref="EngineException">The preset is unknown, or needs a mask that the cube lacks.</exception>
    /// <exception cref="ArgumentException">The cube has another number of values than channels·size³.</exception>
    public static (float[] View1, float[] View2) Compute(ReadOnlySpan<float> cube, int channels, int size, string preset, long seed) =>
        Compute(cube, channels, size, AugmentationPresets.Find(preset), seed);

    internal static (float[] View1, float[] View2) Compute(ReadOnlySpan<float> cube, int channels, int size, ViewPair augmentation, long seed)
    {
        if (cube.Length != channels * size * size * size)
        {
            throw new ArgumentException($"Expected {channels} × {size}³ values, got {cube.Length}.", nameof(cube));
        }

        using var scope = NewDisposeScope();
        using var random = new ViewRandomness(seed, CPU);
        var batch = tensor(cube.ToArray(), [1, channels, size, size, size]);
        float[] view1 = augmentation.First.Apply(batch, random).data<float>().ToArray();
        float[] view2 = augmentation.Second.Apply(batch, random).data<float>().ToArray();
        return (view1, view2);
    }
}
