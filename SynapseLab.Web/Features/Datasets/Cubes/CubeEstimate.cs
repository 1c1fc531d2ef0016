namespace SynapseLab.Web.Features.Datasets.Cubes;

/// <summary>What cubes will take on disk at most.</summary>
/// <param name="Count">Cubes.</param>
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
}
