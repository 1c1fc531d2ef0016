namespace SynapseLab.Engine.Data;

/// <summary>What is known about one prepared cube.</summary>
/// <param name="BoundingBox">Name of its bounding box.</param>
/// <param name="Id">Var1 after cleaning.</param>
/// <param name="Center">Cleft centre in the volume.</param>
/// <param name="Side">Presynaptic side, 1 or 2.</param>
/// <param name="Polarity">How sure that side is.</param>
/// <param name="Padded">Whether the cube reaches over the border of the volume.</param>
public sealed record CubeEntry(string BoundingBox, string Id, Voxel Center, int Side, PolarityState Polarity, bool Padded)
{
    /// <summary>What a person (or the phantom) calls its type, from the table's column of types; null without. Training never sees it, it judges what was learned.</summary>
    public string? Type { get; init; }

    /// <summary>bboxN_Var1, unique in a dataset.</summary>
    public string FullId => $"{BoundingBox}_{Id}";
}
