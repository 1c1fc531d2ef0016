using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data;

/// <summary>What to prepare, and where.</summary>
/// <param name="DataDir">Dataset in the seed layout.</param>
/// <param name="PreprocDir">Folder for the HDF5 files; created when missing.</param>
/// <param name="CubeSize">Edge of a cube in voxels, 8 … 512, even; 80 in the seed.</param>
/// <param name="Channels">Channel recipe of domain §3.</param>
/// <param name="Codes">Structure codes; null takes <see cref="CodeTable.Seed"/>.</param>
/// <param name="Overrides">Persons' decisions on polarity.</param>
/// <param name="Volumes">Whether to write the whole bounding boxes as well, <c>bboxN.h5</c> of domain §4, with raw, presynaptic and cleft mask.</param>
public sealed record PreprocessOptions(
    string DataDir,
    string PreprocDir,
    int CubeSize = 80,
    string Channels = "raw+pre+cleft",
    CodeTable? Codes = null,
    IReadOnlyList<PolarityOverride>? Overrides = null,
    bool Volumes = false)
{
    private const int SmallestCube = 8;
    private const int LargestCube = 512;

    /// <summary>Throws when a value is out of its range.</summary>
    /// <exception cref="EngineException">Names the value, its range and what came.</exception>
    public void ThrowIfInvalid()
    {
        ChannelRecipe.Parse(Channels);
        RequireCubeSize(CubeSize);
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
/// <param name="CubeCount">Cubes that now lie in the folder for this dataset.</param>
/// <param name="BoundingBoxCount">Bounding boxes they come from.</param>
/// <param name="ReusedBoundingBoxCount">How many of those were fresh already and not rebuilt.</param>
/// <param name="Findings">What was noticed or left out.</param>
public sealed record PreprocessResult(int CubeCount, int BoundingBoxCount, int ReusedBoundingBoxCount, IReadOnlyList<Finding> Findings);
