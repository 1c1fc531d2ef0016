using SynapseLab.Engine.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>The two views that training would make of one cube, by the training's own code path.</summary>
public static class AugmentationPreview
{
    /// <summary>
    /// Two views of a cube (C, s, s, s) in [0, 1], each of the same shape; the same seed gives the same views. For the pipeline bbox raw is
    /// z-scored over the cube, augmented as it is trained on, and brought back to the cube's own grey scale.
    /// </summary>
    /// <param name="cube">C·s³ values.</param>
    /// <param name="channels">C.</param>
    /// <param name="size">s in voxels.</param>
    /// <param name="options">Their pipeline and augmentation count.</param>
    /// <param name="seed">Of the views.</param>
    /// <exception cref="EngineException">An augmentation option is out of range, or does not go with the pipeline.</exception>
    /// <exception cref="ArgumentException">The cube has another number of values than channels·size³.</exception>
    public static (float[] View1, float[] View2) Compute(ReadOnlySpan<float> cube, int channels, int size, TrainingOptions options, long seed)
    {
        string[] known = [nameof(options.Pipeline), .. OptionSchema.All.Where(option => option.Theme == OptionTheme.Augmentation).Select(option => option.Name)];
        if (options.Validate().FirstOrDefault(error => known.Contains(error.Option)) is { } error)
        {
            throw new EngineException($"{error.Option}: {error.Message}");
        }

        var augmentation = CubeSourceChoice.Augmentation(options);
        if (options.Pipeline == CubeSourceChoice.Synapse)
        {
            return Compute(cube, channels, size, augmentation, seed);
        }

        float[] scored = cube.ToArray();
        int rawVoxels = scored.Length / channels;
        var (mean, factor) = ZScore.Apply(scored.AsSpan(0, rawVoxels));
        var (view1, view2) = Compute(scored, channels, size, augmentation, seed);
        Restore(view1);
        Restore(view2);
        return (view1, view2);

        void Restore(float[] view)
        {
            for (int i = 0; i < rawVoxels; i++)
            {
                view[i] = (float)((view[i] / factor) + mean);
            }
        }
    }

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
