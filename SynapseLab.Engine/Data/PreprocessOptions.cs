using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data;

/// <summary>What to prepare, and where.</summary>
/// <param name="DataDir">Dataset in the seed layout.</param>
/// <param name="PreprocDir">Folder for the HDF5 files; created when missing.</param>
/// <param name="CubeSize">Edge of a cube in voxels, 8 … 512, even; 80 in the seed.</param>
/// <param name="Channels">Channel recipe of domain §3.</param>
/// <param name="Codes">Structure codes; null takes <see cref="CodeTable.Seed"/>.</param>
/// <param name="Overrides">Persons' decisions on polarity.</param>
/// <param name="Volumes">Whether to write the whole bounding boxes, <c>bboxN.h5</c> of domain §4, with raw, presynaptic and cleft mask.</param>
/// <param name="Cubes">Whether to write the cubes around synapses, <c>bboxN_synapses.h5</c> of domain §3.</param>
public sealed record PreprocessOptions(
    string DataDir,
    string PreprocDir,
    int CubeSize = 80,
    string Channels = "raw+pre+cleft",
    CodeTable? Codes = null,
    IReadOnlyList<PolarityOverride>? Overrides = null,
    bool Volumes = false,
    bool Cubes = true)
{
    private const int SmallestCube = 8;
    private const int LargestCube = 512;

    /// <summary>Throws when a value is out of its range.</summary>
    /// <exception cref="EngineException">Names the value, its range and what came.</exception>
    public void ThrowIfInvalid()
    {
        ChannelRecipe.Parse(Channels);
        RequireCubeSize(CubeSize);
        if (!Cubes && !Volumes)
        {
            throw new EngineException("Neither cubes nor volumes are to be prepared; ask for one of them.");
        }

        if (Overrides?.FirstOrDefault(d => d.Side is not (1 or 2)) is { } wrong)
        {
            throw new EngineException($"The decision for {wrong.FullId} says side {wrong.Side}; expected 1 or 2.");
        }
    }

    /// <summary>Throws unless a cube can have this edge.</summary>
    /// <param name="cubeSize">Edge in voxels.</param>
    /// <exception cref="EngineException">Names the range and what came.</exception>
    public static void RequireCubeSize(int cubeSize)
    {
        if (cubeSize is < SmallestCube or > LargestCube || cubeSize % 2 != 0)
        {
            throw new EngineException($"The cube size is {cubeSize}; expected an even number from {SmallestCube} to {LargestCube}.");
        }
    }
}

/// <summary>What was prepared.</summary>
/// <param name="CubeCount">Cubes that now lie in the folder for this dataset; 0 where only volumes were asked for.</param>
/// <param name="BoundingBoxCount">Bounding boxes that were used.</param>
/// <param name="ReusedBoundingBoxCount">How many of those had fresh cubes already (where only volumes were asked for, a fresh volume), which were not rebuilt.</param>
/// <param name="Findings">What was noticed or left out.</param>
public sealed record PreprocessResult(int CubeCount, int BoundingBoxCount, int ReusedBoundingBoxCount, IReadOnlyList<Finding> Findings);
