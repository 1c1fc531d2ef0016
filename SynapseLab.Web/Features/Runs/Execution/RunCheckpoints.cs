using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Where a run's files are: config.json, progress.jsonl, checkpoints/, backbone_final.*.</summary>
internal static class RunCheckpoints
{
    /// <summary>The checkpoint a resumed run continues from.</summary>
    internal static string LatestCheckpoint(string runDir) => Path.Combine(runDir, "checkpoints", "latest.pt");

    /// <summary>Whether there is anything to resume from.</summary>
    internal static bool CanResume(string runDir) => File.Exists(LatestCheckpoint(runDir));

    /// <summary>The options the trainer gets: folders and device of this machine, resuming when there is a checkpoint.</summary>
    /// <exception cref="EngineException">The cubes are not whole.</exception>
    internal static TrainingOptions Prepare(ClaimedRun run)
    {
        run.Cubes.RequireReady();
        bool resume = CanResume(run.RunDir);
        if (!resume && Directory.Exists(run.RunDir))
        {
            // Killed before its first checkpoint: nothing there is worth keeping, and a new run wants an empty folder.
            Directory.Delete(run.RunDir, recursive: true);
        }

        Directory.CreateDirectory(run.RunDir);
        return TrainingJson.ParseOptions(run.OptionsJson) with
        {
            PreprocDir = run.Cubes.Directory,
            RunDir = run.RunDir,
            Device = run.Devices[0],
            Processes = run.Devices.Count,
            Resume = resume,
        };
    }

    /// <summary>The checkpoint to evaluate: the final one, else the best, else the latest.</summary>
    internal static string BestCheckpoint(string runDir)
    {
        string[] names = ["final.pt", "best.pt", "latest.pt"];
        return names.Select(name => Path.Combine(runDir, "checkpoints", name)).FirstOrDefault(File.Exists)
            ?? throw new EngineException($"Expected a checkpoint in {Path.Combine(runDir, "checkpoints")}, found none; resume the run so that it writes one.");
    }
}
