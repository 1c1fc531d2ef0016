namespace SynapseLab.Engine.Data;

/// <summary>A dataset in the seed layout (domain §1).</summary>
/// <param name="Root">Folder that holds raw, seg, the mask folders and the tables.</param>
/// <param name="BoundingBoxes">All bounding boxes of which at least one part is there, in natural order.</param>
/// <param name="Findings">What is missing or odd in the layout.</param>
public sealed record DatasetSource(string Root, IReadOnlyList<BoundingBoxSource> BoundingBoxes, IReadOnlyList<Finding> Findings)
{
    /// <summary>Looks at a folder.</summary>
    public static DatasetSource Scan(string dataDir) => throw new NotImplementedException();
}
