using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Web.Data;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>Takes a run out of the history and off the disk.</summary>
internal sealed class RunRemoval(StatusChanges changes)
{
    /// <summary>Deletes a run that neither waits nor works, with its evaluations and files.</summary>
    /// <exception cref="EngineException">The run waits or works, or its folder cannot be removed.</exception>
    internal void Delete(int runId) => changes.Make(context =>
    {
        Run? run = context.Runs.Find(runId);
        if (run is null)
        {
            return;
        }

        if (RunStatus.IsActive(run.Status) || context.Evaluations.Any(set => set.RunId == runId && set.Status == RunStatus.Running))
        {
            throw new EngineException($"Run \"{run.Name}\" is at work; cancel it first.");
        }

        if (context.Jobs.Any(job => job.RunId == runId && (job.Status == JobStatus.Queued || job.Status == JobStatus.Running)))
        {
            throw new EngineException($"Features of run \"{run.Name}\" are being extracted; cancel that first.");
        }

        RemoveFiles(run);
        context.Evaluations.Where(set => set.RunId == runId).ExecuteDelete();
        context.Remove(run);
        context.SaveChanges();
    });

    private static void RemoveFiles(Run run)
    {
        try
        {
            if (Directory.Exists(run.RunDir))
            {
                Directory.Delete(run.RunDir, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The files of run \"{run.Name}\" could not be removed: {e.Message} Nothing was deleted from the history.", e);
        }
    }
}
