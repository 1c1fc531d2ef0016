namespace SynapseLab.Engine.Phantom;

/// <summary>Outline of the cleft, seen along its normal; all outlines cover the same area.</summary>
internal enum CleftOutline
{
    /// <summary>A disc.</summary>
    Disc,

    /// <summary>An ellipse, two and a half times as long as wide.</summary>
    Strip,

    /// <summary>A ring: a perforated density.</summary>
    Ring,

    /// <summary>Two patches side by side.</summary>
    Pair,
}

/// <summary>
/// One planted type: the means around which each synapse of the type is drawn. Sizes are voxels of 8 nm. Types differ in the
/// arrangement of what is there, not in how much: vesicle counts are set so that all types hold about the same vesicle
/// membrane, outlines share one area, boutons one size, so that no mean intensity or mask volume gives a type away.
/// </summary>
/// <param name="Name">Word for people and for truth.json.</param>
/// <param name="VesicleRadius">Radius of the vesicle membrane; 2.5 voxels are 40 nm across.</param>
/// <param name="DenseCoreFraction">Share of vesicles with a dark core.</param>
/// <param name="ClusterDepth">How deep into the bouton vesicles reach: tight at the membrane (8) or all over (22).</param>
/// <param name="ClusterWidth">Standard deviation of the cloud along the cleft.</param>
/// <param name="PostsynapticThickness">Depth of the postsynaptic density.</param>
/// <param name="PresynapticThickness">Depth of the presynaptic density.</param>
/// <param name="Curvature">Cleft curvature per voxel; positive: the postsynaptic side bulges into the bouton.</param>
/// <param name="Outline">Outline of the cleft.</param>
/// <param name="OnSpine">Whether the postsynaptic side is a spine head on a neck rather than a dendritic shaft.</param>
/// <param name="MitochondrionChance">Chance that the bouton holds a mitochondrion.</param>
internal sealed record SynapseType(
    string Name,
    float VesicleRadius,
    float DenseCoreFraction,
    float ClusterDepth,
    float ClusterWidth,
    float PostsynapticThickness,
    float PresynapticThickness,
    float Curvature,
    CleftOutline Outline,
    bool OnSpine,
    float MitochondrionChance)
{
    /// <summary>All types; a phantom with n types plants the first n.</summary>
    public static IReadOnlyList<SynapseType> All { get; } =
    [
        new("asymmetric-spine", 2.5f, 0.00f, 9, 6.0f, 4.5f, 0.8f, 0.06f, CleftOutline.Disc, true, 0.35f),
        new("symmetric-shaft", 2.0f, 0.00f, 22, 9.0f, 1.2f, 1.2f, 0.000f, CleftOutline.Strip, false, 0.50f),
        new("perforated-dense-core", 3.2f, 0.45f, 16, 8.0f, 2.5f, 2.5f, -0.06f, CleftOutline.Ring, true, 0.75f),
        new("twin-shaft", 2.4f, 0.00f, 13, 10.0f, 3.0f, 0.8f, 0.000f, CleftOutline.Pair, false, 0.35f),
        new("dense-core-shaft", 3.3f, 0.80f, 22, 9.0f, 1.0f, 0.6f, -0.03f, CleftOutline.Disc, false, 0.60f),
        new("bar-spine", 2.1f, 0.00f, 8, 5.0f, 2.0f, 5.0f, 0.03f, CleftOutline.Strip, true, 0.50f),
    ];

    /// <summary>Vesicles of one bouton, so that the area of their membranes is that of 100 vesicles of 2.5 voxels.</summary>
    public int VesicleCount => (int)MathF.Round(100 * 2.5f * 2.5f / (VesicleRadius * VesicleRadius));
}
