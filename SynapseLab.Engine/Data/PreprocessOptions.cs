namespace SynapseLab.Engine.Data;

/// <summary>What to prepare, and where.</summary>
/// <param name="DataDir">Dataset in the seed layout.</param>
/// <param name="PreprocDir">Folder for the HDF5 files; created when missing.</param>
/// <param name="CubeSize">Edge of a cube in voxels, 8 … 512, even; 80 in the seed.</param>
/// <param name="Channels">Channel recipe of domain §3.</param>
/// <param name="Codes">Structure codes; null takes <see cref="CodeTable.Seed"/>.</param>
/// <param name="Overrides">Persons' decisions on polarity.</param>
public sealed record PreprocessOptions(
    string DataDir,
    string PreprocDir,
    int CubeSize = 80,
    string Channels = "raw+pre+cleft",
    CodeTable? Codes = null,
    IReadOnlyList<PolarityOverride>? Overrides = null);

/// <summary>What was prepared.</summary>
/// <param name="CubeCount">Cubes that now lie in the folder for this dataset.</param>
/// <param name="BoundingBoxCount">Bounding boxes they come from.</param>
/// <param name="ReusedBoundingBoxCount">How many of those were fresh already and not rebuilt.</param>
/// <param name="Findings">What was noticed or left out.</param>
public sealed record PreprocessResult(int CubeCount, int BoundingBoxCount, int ReusedBoundingBoxCount, IReadOnlyList<Finding> Findings);
