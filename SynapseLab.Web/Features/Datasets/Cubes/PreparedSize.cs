using SynapseLab.Engine.Data;

namespace SynapseLab.Web.Features.Datasets.Cubes;

/// <summary>How large what was prepared is.</summary>
/// <param name="BoxCount">Bounding boxes that a run will find in it.</param>
/// <param name="SmallestEdge">Whole bounding boxes: the shortest edge of all, in voxels; 0 for cubes.</param>
/// <param name="Bytes">Bytes on disk.</param>
internal sealed record PreparedSize(int BoxCount, int SmallestEdge, long Bytes)
{
    /// <summary>Reads it off the files.</summary>
    internal static PreparedSize Of(PreprocessOptions options, PreprocessResult result)
    {
        long bytes = new DirectoryInfo(options.PreprocDir).EnumerateFiles("*.h5").Sum(file => file.Length);
        if (!options.Volumes)
        {
            return new(result.BoundingBoxCount, 0, bytes);
        }

        using VolumeStore volumes = VolumeStore.Open(options.PreprocDir);
        return new(volumes.Boxes.Count, volumes.Boxes.Min(box => Math.Min(box.Shape.Z, Math.Min(box.Shape.Y, box.Shape.X))), bytes);
    }
}
