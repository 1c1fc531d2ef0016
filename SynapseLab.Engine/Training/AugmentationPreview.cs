namespace SynapseLab.Engine.Training;

/// <summary>The two views that training would make of one cube, by the training's own code path.</summary>
public static class AugmentationPreview
{
    /// <summary>Two views of a cube (C, s, s, s) in [0, 1]; the same seed gives the same views.</summary>
    public static (float[] View1, float[] View2) Compute(ReadOnlySpan<float> cube, int channels, int size, string preset, long seed) =>
        throw new EngineException("Augmentation waits for the libtorch binding.");
}
