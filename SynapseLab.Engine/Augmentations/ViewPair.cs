namespace SynapseLab.Engine.Augmentations;

/// <summary>How the two views of a positive pair are made; the two may differ.</summary>
/// <param name="First">Makes view 1.</param>
/// <param name="Second">Makes view 2.</param>
public sealed record ViewPair(ViewAugmentation First, ViewAugmentation Second)
{
    /// <summary>Both views by the same augmentation, with draws of their own.</summary>
    public static ViewPair Alike(ViewAugmentation view) => new(view, view);
}
