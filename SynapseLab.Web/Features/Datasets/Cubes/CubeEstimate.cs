using SynapseLab.Engine.Data;

namespace SynapseLab.Web.Features.Datasets.Cubes;

/// <summary>What cubes, or whole bounding boxes, will take on disk at most.</summary>
/// <param name="Count">Cubes, or bounding boxes.</param>
/// <param name="Bytes">Upper bound: 8 bit for each voxel of each channel; 16-bit sources take 16 bit for raw.</param>
internal sealed record CubeEstimate(int Count, long Bytes)
{
    /// <summary>Bytes a voxel takes where raw is 16 bit and masks are 8 bit: the worst case of the formats that are read.</summary>
    private const int BytesPerMaskVoxel = 1;
    private const int BytesPerRawVoxel = 2;

    /// <summary>The estimate for <paramref name="synapses"/> cubes of edge <paramref name="cubeSize"/> with a channel recipe.</summary>
    internal static CubeEstimate Of(int synapses, int cubeSize, string channels)
    {
        int masks = channels.Count(c => c == '+');
        long voxels = (long)cubeSize * cubeSize * cubeSize;
        return new(synapses, synapses * voxels * (BytesPerRawVoxel + (masks * BytesPerMaskVoxel)));
    }

    /// <summary>The estimate for volumes of three channels, of 8 bit where raw has 8 bit, else of 16.</summary>
    internal static CubeEstimate OfBoxes(IReadOnlyList<BoundingBoxInspection> boxes)
    {
        BoundingBoxInspection[] usable = [.. boxes.Where(box => box.Usable && box.Shape is not null)];
        return new(usable.Length, usable.Sum(box => VolumeStore.MostBytes(box.Shape!.Value, box.RawBits)));
    }
}
