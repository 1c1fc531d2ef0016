namespace SynapseLab.Engine.Data;

/// <summary>
/// Where the four parts of one bounding box lie (domain §1). A stack is a folder of slices or one multi-page TIFF. A part
/// that is missing still has the path where it was expected, so that every message can name it.
/// </summary>
/// <param name="Name">Name of the bounding box, e.g. "bbox1"; first half of the full id of its synapses.</param>
/// <param name="RawPath">Raw EM stack.</param>
/// <param name="SegmentationPath">Instance segmentation stack, 0 = background.</param>
/// <param name="MaskPath">Structure code stack.</param>
/// <param name="TablePath">Excel table of the synapses.</param>
public sealed record BoundingBoxSource(string Name, string RawPath, string SegmentationPath, string MaskPath, string TablePath)
{
    /// <summary>The parts that are not there, as "raw stack (expected at raw/bbox1)"; empty when the box is complete.</summary>
    public IReadOnlyList<string> MissingParts()
    {
        var missing = new List<string>();
        AddIfMissing("raw stack", RawPath);
        AddIfMissing("segmentation stack", SegmentationPath);
        AddIfMissing("structure mask stack", MaskPath);
        if (!File.Exists(TablePath))
        {
            missing.Add($"table (expected at {TablePath})");
        }

        return missing;

        void AddIfMissing(string part, string path)
        {
            if (!Directory.Exists(path) && !File.Exists(path))
            {
                missing.Add($"{part} (expected at {path})");
            }
        }
    }
}
