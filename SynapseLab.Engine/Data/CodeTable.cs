namespace SynapseLab.Engine.Data;

/// <summary>Structure codes and voxel size per bounding box; "*" stands for all others.</summary>
public sealed class CodeTable
{
    /// <summary>The preset of domain §1.</summary>
    public static CodeTable Seed { get; } = new();

    /// <summary>Reads a codes file.</summary>
    public static CodeTable Load(string jsonPath) => throw new NotImplementedException();

    /// <summary>Reads the JSON of a codes file.</summary>
    public static CodeTable Parse(string json) => throw new NotImplementedException();

    /// <summary>The JSON of a codes file.</summary>
    public string ToJson() => throw new NotImplementedException();

    /// <summary>The settings of one bounding box.</summary>
    public BoundingBoxSettings For(string boundingBox) => throw new NotImplementedException();

    /// <summary>A table with one bounding box changed.</summary>
    public CodeTable With(string boundingBox, BoundingBoxSettings settings) => throw new NotImplementedException();
}
