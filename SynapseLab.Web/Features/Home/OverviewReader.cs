using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Data;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Home;

/// <summary>What the start page shows.</summary>
internal sealed record Overview(
    IReadOnlyList<Run> Running,
    IReadOnlyList<Run> Queued,
    IReadOnlyList<Run> Ended,
    int DatasetCount,
    int SynapseCount,
    int CubeSetCount,
    long FreeBytes,
    string NextStep,
    string NextHref);

/// <summary>Reads the start page's figures in one go.</summary>
internal sealed class OverviewReader(IDbContextFactory<LabDatabase> databases, StoragePaths paths)
{
    private const int EndedShown = 6;

    internal async Task<Overview> ReadAsync(string userName)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        IQueryable<Run> runs = database.Runs.AsNoTracking();
        List<Run> active = await runs.Where(run => run.Status == "running" || run.Status == "queued").OrderBy(run => run.QueuedAt).ToListAsync();
        List<Run> ended = await runs.Where(run => run.EndedAt != null && run.CreatedBy == userName)
            .OrderByDescending(run => run.EndedAt).Take(EndedShown).ToListAsync();
        List<int> synapses = await database.Datasets.Where(dataset => dataset.RemovedAt == null).Select(dataset => dataset.SynapseCount).ToListAsync();
        int cubeSets = await database.CubeSets.CountAsync(set => set.State == CubeSetState.Ready);
        int newest = await database.Datasets.Where(dataset => dataset.RemovedAt == null && dataset.State == DatasetState.Ready)
            .OrderByDescending(dataset => dataset.Id).Select(dataset => dataset.Id).FirstOrDefaultAsync();
        (string step, string href) = (newest, cubeSets) switch
        {
            (0, _) => ("Add a dataset", "datasets/add"),
            (_, 0) => ("Look at the data and prepare cubes", $"datasets/{newest}"),
            _ => ("Start a training run", "runs/new"),
        };
        return new(
            [.. active.Where(run => run.Status == "running")], [.. active.Where(run => run.Status == "queued")], ended,
            synapses.Count, synapses.Sum(), cubeSets, paths.FreeBytes, step, href);
    }
}
