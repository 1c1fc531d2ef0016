namespace SynapseLab.Engine.Models;

/// <summary>The shape of a projection head: linear layers with batch norm and ReLU between them.</summary>
/// <param name="Hidden">Width between the layers.</param>
/// <param name="Output">Width of the projection that the loss sees.</param>
/// <param name="LinearLayers">2 or 3. Default 2.</param>
public sealed record ProjectionHeadOptions(int Hidden = 512, int Output = 128, int LinearLayers = 2)
{
    /// <summary>S over prepared cubes: d → 512 → 128.</summary>
    public static ProjectionHeadOptions Synapse { get; } = new(512, 128);

    /// <summary>S over whole bounding boxes: d → 2048 → 256.</summary>
    public static ProjectionHeadOptions Bbox { get; } = new(2048, 256);

    /// <summary>V: d → 2048 → 128, where d is 24,000 with <see cref="FeaturePooling.Flatten"/> at 80³.</summary>
    public static ProjectionHeadOptions Vgg { get; } = new(2048, 128);
}
