using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Features.Runs.Execution;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>The history of evaluations.</summary>
internal sealed class EmbeddingStore(IDbContextFactory<LabContext> contexts, TimeProvider time)
{
    private readonly Lock _claims = new();

    /// <summary>Queues an evaluation of a run's checkpoint; answers its id.</summary>
    internal int Queue(int runId, int? clusterCount)
    {
        using LabContext context = contexts.CreateDbContext();
        string runDir = context.Set<Run>().Where(run => run.Id == runId).Select(run => run.RunDir).First();
        var set = new EmbeddingSet { RunId = runId, Directory = "", State = EmbeddingState.Queued, ClusterCount = clusterCount, CreatedAt = time.GetUtcNow() };
        context.Add(set);
        context.SaveChanges();
        set.Directory = Path.Combine(runDir, "evaluations", set.Id.ToString("D4"));
        context.SaveChanges();
        return set.Id;
    }

    /// <summary>Takes the first queued evaluation whose run belongs to this device; null when there is none.</summary>
    internal ClaimedEvaluation? Claim(string device, bool takesAuto)
    {
        lock (_claims)
        {
            using LabContext context = contexts.CreateDbContext();
            var due = (from set in context.Set<EmbeddingSet>()
                       join run in context.Set<Run>() on set.RunId equals run.Id
                       join cubes in context.Set<CubeSet>() on run.CubeSetId equals cubes.Id
                       where set.State == EmbeddingState.Queued && set.Directory != "" && (run.Device == device || (takesAuto && run.Device == "auto"))
                       orderby set.Id
                       select new { Set = set, run.RunDir, PreprocDir = cubes.Directory }).FirstOrDefault();
            if (due is null)
            {
                return null;
            }

            due.Set.State = EmbeddingState.Running;
            context.SaveChanges();
            return new(due.Set.Id, due.Set.RunId, due.PreprocDir, due.RunDir, due.Set.Directory, due.Set.ClusterCount, device);
        }
    }

    /// <summary>Writes how far an evaluation is.</summary>
    internal void Report(int id, string stage, double fraction)
    {
        using LabContext context = contexts.CreateDbContext();
        context.Set<EmbeddingSet>().Where(set => set.Id == id)
            .ExecuteUpdate(change => change.SetProperty(set => set.Stage, stage).SetProperty(set => set.Fraction, fraction));
    }

    /// <summary>Records its end; <paramref name="problem"/> is the failure's sentence, null when all went well.</summary>
    internal void End(int id, string? problem)
    {
        using LabContext context = contexts.CreateDbContext();
        string state = problem is null ? EmbeddingState.Finished : EmbeddingState.Failed;
        context.Set<EmbeddingSet>().Where(set => set.Id == id).ExecuteUpdate(change => change
            .SetProperty(set => set.State, state).SetProperty(set => set.ErrorMessage, problem)
            .SetProperty(set => set.Stage, "").SetProperty(set => set.Fraction, 1.0));
    }
}
