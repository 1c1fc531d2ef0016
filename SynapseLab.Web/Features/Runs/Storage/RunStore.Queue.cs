using SynapseLab.Engine;
using SynapseLab.Web.Data;
using SynapseLab.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>The queue's order, and the end of a run's record.</summary>
internal sealed partial class RunStore
{
    /// <summary>Moves a waiting run one place forward (or back) by changing places with its neighbour.</summary>
    internal void Move(int runId, bool forward)
    {
        lock (_status)
        {
            using LabDatabase context = contexts.CreateDbContext();
            List<Run> queue = [.. context.Runs.Where(run => run.Status == RunStatus.Queued).OrderBy(run => run.QueuedAt).ThenBy(run => run.Id)];
            int at = queue.FindIndex(run => run.Id == runId);
            int other = forward ? at - 1 : at + 1;
            if (at < 0 || other < 0 || other >= queue.Count)
            {
                return;
            }

            (queue[at], queue[other]) = (queue[other], queue[at]);

            // Places are times; two runs queued in the same millisecond would not change places by swapping theirs.
            DateTimeOffset first = queue.Min(run => run.QueuedAt);
            for (int i = 0; i < queue.Count; i++)
            {
                queue[i].QueuedAt = first.AddMilliseconds(i);
            }

            context.SaveChanges();
        }
    }

    /// <summary>Deletes a run that neither waits nor works, with its evaluations and files.</summary>
    /// <exception cref="EngineException">The run waits or works, or its folder cannot be removed.</exception>
    internal void Delete(int runId)
    {
        lock (_status)
        {
            using LabDatabase context = contexts.CreateDbContext();
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

            context.Evaluations.Where(set => set.RunId == runId).ExecuteDelete();
            context.Remove(run);
            context.SaveChanges();
        }
    }
}
