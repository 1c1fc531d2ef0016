using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Features.Runs.Series;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>What pages read from the run history.</summary>
internal sealed class RunCatalogue(IDbContextFactory<LabDatabase> databases)
{
    /// <summary>All runs, newest first, without their series.</summary>
    internal async Task<IReadOnlyList<RunRow>> ListAsync()
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await Rows(database.Runs.OrderByDescending(run => run.Id)).ToListAsync();
    }

    /// <summary>The names of all runs.</summary>
    internal async Task<IReadOnlyCollection<string>> NamesAsync()
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await database.Runs.Select(run => run.Name).ToListAsync();
    }

    /// <summary>The runs that wait, in the order in which devices take them.</summary>
    internal async Task<IReadOnlyList<RunRow>> QueueAsync()
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await Rows(database.Runs.Where(run => run.Status == RunStatus.Queued).OrderBy(run => run.QueuedAt).ThenBy(run => run.Id)).ToListAsync();
    }

    /// <summary>The evaluations that wait, with their runs, in the order in which devices take them.</summary>
    internal async Task<IReadOnlyList<Evaluation>> QueuedEvaluationsAsync()
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await database.Evaluations.AsNoTracking().Include(set => set.Run).Where(set => set.Status == RunStatus.Queued).OrderBy(set => set.Id).ToListAsync();
    }

    /// <summary>One run with its cube set and dataset.</summary>
    /// <exception cref="EngineException">There is no such run.</exception>
    internal async Task<Run> FindAsync(int id)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await database.Runs.AsNoTracking().Include(run => run.CubeSet!.Dataset).FirstOrDefaultAsync(run => run.Id == id)
            ?? throw new EngineException($"There is no run {id}; the list of runs shows those that are there.");
    }

    /// <summary>A run's evaluations, newest first.</summary>
    internal async Task<IReadOnlyList<Evaluation>> EvaluationsAsync(int runId)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await database.Evaluations.AsNoTracking().Where(set => set.RunId == runId).OrderByDescending(set => set.Id).ToListAsync();
    }

    /// <summary>Sets that a run can train on, newest first, with their datasets.</summary>
    internal async Task<IReadOnlyList<CubeSet>> ReadyCubeSetsAsync()
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await database.CubeSets.AsNoTracking().Include(set => set.Dataset).Where(set => set.State == CubeSetState.Ready && (set.CubeCount > 0 || set.BoxCount > 0) && set.Dataset!.RemovedAt == null)
            .OrderByDescending(set => set.Id).ToListAsync();
    }

    /// <summary>The loss of some runs, thinned to at most <paramref name="points"/> values each, for sparklines.</summary>
    internal async Task<IReadOnlyDictionary<int, double[]>> SparklinesAsync(IReadOnlyCollection<int> runIds, int points)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        var stored = await database.Runs.Where(run => runIds.Contains(run.Id) && run.StepSeries != null)
            .Select(run => new { run.Id, run.StepSeries }).ToListAsync();
        return stored.ToDictionary(run => run.Id, run => Thin(StepRow.Stored(run.StepSeries).Column(3), points));
    }

    /// <summary>How fast the last runs were.</summary>
    internal async Task<SpeedHistory> SpeedsAsync()
    {
        const int LastRuns = 20;
        await using LabDatabase database = await databases.CreateDbContextAsync();
        var runs = await database.Runs.Where(run => run.StepSeries != null).OrderByDescending(run => run.Id).Take(LastRuns)
            .Select(run => new { run.OptionsJson, Set = run.CubeSet!, run.StepSeries }).ToListAsync();
        return new([.. from run in runs
                       let speeds = StepRow.Stored(run.StepSeries).Column(5)
                       where speeds.Count > 0
                       let options = TrainingJson.ParseOptions(run.OptionsJson)
                       select (options, RunCubes.Of(run.Set, options).Size, speeds.Order().ElementAt(speeds.Count / 2))]);
    }

    private static double[] Thin(IReadOnlyList<double> values, int points)
    {
        int size = Math.Max(1, (values.Count + points - 1) / points);
        return [.. values.Chunk(size).Select(chunk => chunk.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average()).Where(double.IsFinite)];
    }

    private static IQueryable<RunRow> Rows(IQueryable<Run> runs) => runs.Select(run => new RunRow(
        run.Id, run.Name, run.Status, run.CreatedBy, run.CubeSet!.Dataset!.Name, run.Device, run.CreatedAt, run.StartedAt, run.EndedAt,
        run.LastEpoch, run.LastLoss, run.BestSilhouette, run.ErrorMessage, run.FindingsJson));
}
