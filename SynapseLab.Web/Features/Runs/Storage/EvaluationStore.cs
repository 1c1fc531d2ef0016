using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>The history of evaluations.</summary>
internal sealed class EvaluationStore(IDbContextFactory<LabDatabase> contexts, TimeProvider time)
{
    private readonly Lock _claims = new();

    /// <summary>The cubes on which a run's checkpoint can be evaluated (<see cref="EvaluationCubes"/>).</summary>
    /// <exception cref="EngineException">None is prepared; says which to prepare.</exception>
    internal CubeSet CubesFor(int runId)
    {
        using LabDatabase context = contexts.CreateDbContext();
        Run run = context.Runs.AsNoTracking().Include(run => run.CubeSet).First(run => run.Id == runId);
        TrainingOptions options = TrainingJson.ParseOptions(run.OptionsJson);
        List<CubeSet> ready = [.. context.CubeSets.AsNoTracking().Where(set => set.State == CubeSetState.Ready).OrderByDescending(set => set.Id)];
        return EvaluationCubes.Choose(run.CubeSet!, options, ready) ?? throw new EngineException(EvaluationCubes.Missing(run.CubeSet!, options));
    }

    /// <summary>Whether a set is being prepared now.</summary>
    internal bool IsInPreparation(int cubeSetId)
    {
        using LabDatabase context = contexts.CreateDbContext();
        return context.CubeSets.Any(set => set.Id == cubeSetId && set.State == CubeSetState.Preparing);
    }

    /// <summary>Queues an evaluation of a run's checkpoint; answers its id.</summary>
    /// <exception cref="EngineException">There are no cubes to embed; says which to prepare.</exception>
    internal int Queue(int runId, int? clusterCount)
    {
        int cubeSetId = CubesFor(runId).Id;
        using LabDatabase context = contexts.CreateDbContext();
        string runDir = context.Runs.Where(run => run.Id == runId).Select(run => run.RunDir).First();
        var evaluation = new Evaluation { RunId = runId, CubeSetId = cubeSetId, OutputDir = "", Status = RunStatus.Queued, ClusterCount = clusterCount, CreatedAt = time.GetUtcNow() };
        using var transaction = context.Database.BeginTransaction();
        context.Add(evaluation);
        context.SaveChanges();
        evaluation.OutputDir = Path.Combine(runDir, "evaluations", evaluation.Id.ToString("D4", CultureInfo.InvariantCulture));
        context.SaveChanges();
        transaction.Commit();
        return evaluation.Id;
    }

    /// <summary>Takes the first queued evaluation whose run belongs to this device; null when there is none. Those whose set is being prepared wait for that.</summary>
    internal ClaimedEvaluation? Claim(string device, bool takesAuto)
    {
        lock (_claims)
        {
            using LabDatabase context = contexts.CreateDbContext();
            using var transaction = context.Database.BeginTransaction(); // as in RunQueue.Claim
            Evaluation? due = context.Evaluations.Include(evaluation => evaluation.Run).Include(evaluation => evaluation.CubeSet)
                .Where(evaluation => evaluation.Status == RunStatus.Queued && evaluation.OutputDir != "" && evaluation.CubeSet!.State != CubeSetState.Preparing)
                .Where(evaluation => evaluation.Run!.Device == device || (takesAuto && evaluation.Run.Device == "auto"))
                .OrderBy(evaluation => evaluation.Id).FirstOrDefault();
            if (due is null)
            {
                return null;
            }

            due.Status = RunStatus.Running;
            context.SaveChanges();
            transaction.Commit();
            return new(due.Id, due.RunId, due.Run!.Name, due.CubeSet!, due.Run.RunDir, due.OutputDir, due.ClusterCount, device);
        }
    }

    /// <summary>Takes a waiting evaluation off the queue; false when it does not wait.</summary>
    internal bool TryCancelQueued(int id)
    {
        lock (_claims)
        {
            using LabDatabase context = contexts.CreateDbContext();
            return context.Evaluations.Where(evaluation => evaluation.Id == id && evaluation.Status == RunStatus.Queued).ExecuteUpdate(change => change
                .SetProperty(evaluation => evaluation.Status, RunStatus.Cancelled)
                .SetProperty(evaluation => evaluation.EndedAt, time.GetUtcNow())) == 1;
        }
    }

    /// <summary>Records its end: the headline numbers, or the sentence of what went wrong.</summary>
    internal void End(int id, string status, string? problem, EvaluationSummary? summary)
    {
        using LabDatabase context = contexts.CreateDbContext();
        if (context.Evaluations.Find(id) is not { } evaluation)
        {
            return;
        }

        (evaluation.Status, evaluation.ErrorMessage, evaluation.EndedAt) = (status, problem, time.GetUtcNow());
        if (summary is not null)
        {
            (evaluation.SampleCount, evaluation.Silhouette, evaluation.Hopkins) = (summary.SampleCount, summary.Silhouette, summary.HopkinsMean);
        }

        context.SaveChanges();
    }
}

/// <summary>The headline numbers of an evaluation, for lists.</summary>
/// <param name="SampleCount">Embedded cubes.</param>
/// <param name="Silhouette">Silhouette score at its k.</param>
/// <param name="HopkinsMean">Hopkins statistic, mean over repeats.</param>
internal sealed record EvaluationSummary(int SampleCount, double? Silhouette, double? HopkinsMean);
