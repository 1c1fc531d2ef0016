using System.CommandLine;
using SynapseLab.Engine.Data;

namespace SynapseLab.Cli;

/// <summary>Options that say which dataset and how to read it; shared by verbs, with the seeds' other names for them.</summary>
internal static class DatasetOptions
{
    /// <summary>The seed's cube: 80 voxels of 8 nm.</summary>
    public const int DefaultCubeSize = 80;

    /// <summary>The dataset's folder.</summary>
    public static Option<string> DataDir() =>
        OptionFactory.Required("--data-dir", "Dataset in the seed layout (raw/, seg/, bbox_N/, bboxN.xlsx).", "DIR", "--data-root");

    /// <summary>The codes file.</summary>
    public static Option<string?> Codes() =>
        OptionFactory.Text("--codes", "JSON file with the structure codes and voxel size of each bounding box (default: the seed's table).", "FILE");

    /// <summary>The cube's edge.</summary>
    public static Option<int?> CubeSize() =>
        OptionFactory.Whole("--cube-size", $"Edge of a cube in voxels, even, 8 to 512 (default {DefaultCubeSize}).", "--bbox-size");

    /// <summary>The code table of a file, or the seed's when there is none.</summary>
    public static CodeTable Load(string? codesFile) => codesFile is null ? CodeTable.Seed : CodeTable.Load(codesFile);
}
