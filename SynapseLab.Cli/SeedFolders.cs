using System.Globalization;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>Where the seeds' programs read and write when a command line names no folder; all lie in the working directory.</summary>
internal static class SeedFolders
{
    /// <summary>The dataset.</summary>
    public const string Data = "data";

    /// <summary>Cubes around synapses.</summary>
    public const string SynapseCubes = "preproc_synapses";

    /// <summary>Features of a trained network.</summary>
    public const string Results = "results";

    /// <summary>The pipeline on cubes around synapses.</summary>
    public const string Synapses = "synapse";

    /// <summary>The pipeline on random cubes out of whole bounding boxes.</summary>
    public const string BoundingBox = "bbox";

    private const string Boxes = "preproc";

    /// <summary>Whether the working directory has a dataset under the seeds' name; a folder of that name without raw data is something else.</summary>
    public static bool HasDataset => Directory.Exists(Path.Combine(Data, "raw"));

    /// <summary>What a pipeline trains on: cubes around synapses, or whole bounding boxes.</summary>
    public static string CubesOf(string pipeline) => pipeline == BoundingBox ? Boxes : SynapseCubes;

    /// <summary>Whether a folder holds what a pipeline trains on.</summary>
    public static bool IsPrepared(string folder, string pipeline) => Directory.Exists(folder)
        && Directory.EnumerateFiles(folder, "*.h5").Any(path => path.EndsWith("_synapses.h5", StringComparison.Ordinal) == (pipeline != BoundingBox));

    /// <summary>The folder of a run without a name, e.g. runs/synapse_simclr_20231215_144501.</summary>
    public static string NewRun(TrainingOptions options, TimeProvider clock) => Path.Combine(
        "runs", string.Create(CultureInfo.InvariantCulture, $"{options.Pipeline}_{options.Method}_{clock.GetLocalNow():yyyyMMdd_HHmmss}"));
}
