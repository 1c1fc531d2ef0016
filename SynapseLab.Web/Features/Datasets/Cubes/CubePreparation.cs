using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Data;
using SynapseLab.Web.Hosting;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Datasets.Cubes;

/// <summary>Prepares cubes or whole boxes of a dataset as a job; asked for the same again, it brings the same set up to date.</summary>
internal sealed class CubePreparation(
    IDbContextFactory<LabDatabase> databases, PolarityOverrides polarities, DatasetReports reports, JobService jobs, StoragePaths paths, TimeProvider clock)
{
    /// <summary>The sets of a dataset, newest first.</summary>
    internal async Task<IReadOnlyList<CubeSet>> ListAsync(int datasetId)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await database.CubeSets.AsNoTracking().Where(set => set.DatasetId == datasetId).OrderByDescending(set => set.Id).ToListAsync();
    }

    /// <summary>Starts the job.</summary>
    /// <exception cref="EngineException">The dataset was removed, its codes file is damaged, the disk too full, or the same is being prepared.</exception>
    internal async Task<int> StartAsync(Dataset dataset, CubeSetRequest request, string by)
    {
        await RequireListedAsync(dataset);
        CubeEstimate estimate = request.Estimate(dataset, await reports.FindAsync(dataset.Id));
        if (estimate.Bytes > paths.FreeBytes)
        {
            throw new EngineException(
                $"The {request.Name} need up to {Quantity.Bytes(estimate.Bytes)}, but the disk of {paths.Root} has {Quantity.Bytes(paths.FreeBytes)} free; "
                + $"free some space{(request.Kind == CubeSetKind.Boxes ? "" : " or choose smaller cubes")}.");
        }

        // All that may fail comes before the claim, which only the job's end gives back.
        string folder = Path.Combine(paths.CubeSets, request.FolderOf(dataset.Id));
        PreprocessOptions options = request.Options(dataset, folder, await polarities.ForPreprocessorAsync(dataset.Id));
        CubeSet set = await ClaimAsync(dataset.Id, request, folder, by);
        return await jobs.StartAsync(new(
            JobKind.Prepare,
            $"Prepare {request.Name} from {dataset.Name}",
            by,
            (progress, cancellation) => Prepare(set.Id, options with { PreprocDir = set.Directory }, progress, cancellation),
            dataset.Id,
            set.Id)
        { Ended = (status, message) => RecordEnd(set.Id, status, message) });
    }

    private async Task RequireListedAsync(Dataset dataset)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        if (!await database.Datasets.AnyAsync(listed => listed.Id == dataset.Id && listed.RemovedAt == null))
        {
            throw new EngineException($"The dataset '{dataset.Name}' was removed meanwhile; add it again to prepare its cubes.");
        }
    }

    private async Task<CubeSet> ClaimAsync(int datasetId, CubeSetRequest request, string folder, string by)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        await using var transaction = await database.Database.BeginTransactionAsync();
        CubeSet? set = await database.CubeSets.SingleOrDefaultAsync(
            set => set.DatasetId == datasetId && set.Kind == request.Kind && set.CubeSize == request.CubeSize && set.Channels == request.Channels);
        if (set is { State: CubeSetState.Preparing })
        {
            throw new EngineException($"The {request.Name} are being prepared already; wait for them or cancel them.");
        }

        await RequireIdleAsync(database, set, request);
        if (set is null)
        {
            set = new()
            {
                DatasetId = datasetId,
                Kind = request.Kind,
                CubeSize = request.CubeSize,
                Channels = request.Channels,
                Directory = folder,
                State = CubeSetState.Preparing,
                CreatedBy = by,
            };
            database.CubeSets.Add(set);
        }

        set.State = CubeSetState.Preparing;
        set.CreatedAt = clock.GetUtcNow();
        set.CreatedBy = by;
        set.ErrorMessage = null;
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return set;
    }

    // What trains, is evaluated or gives its features reads the files at its own pace, and a resumed run must find those that it began with.
    private static async Task RequireIdleAsync(LabDatabase database, CubeSet? set, CubeSetRequest request)
    {
        if (set is null)
        {
            return;
        }

        string? run = await database.Runs.Where(run => run.CubeSetId == set.Id && run.Status == Run.Working).Select(run => run.Name).FirstOrDefaultAsync()
            ?? await database.Evaluations.Where(of => of.CubeSetId == set.Id && of.Status == Run.Working).Select(of => of.Run!.Name).FirstOrDefaultAsync()
            ?? await database.Jobs.Where(job => job.Kind == JobKind.Extract && job.CubeSetId == set.Id && job.Status == JobStatus.Running)
                .Join(database.Runs, job => job.RunId, run => run.Id, (_, run) => run.Name).FirstOrDefaultAsync();
        if (run is not null)
        {
            throw new EngineException($"The run \"{run}\" works with the {request.Name} now; wait for its end or cancel it, then prepare them.");
        }
    }

    private string Prepare(int setId, PreprocessOptions options, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        PreprocessResult result = Preprocessor.Run(options, progress, cancellation);
        PreparedSize size = PreparedSize.Of(options, result);
        using LabDatabase database = databases.CreateDbContext();
        database.CubeSets.Where(set => set.Id == setId).ExecuteUpdate(update => update
            .SetProperty(set => set.CubeCount, result.CubeCount)
            .SetProperty(set => set.BoxCount, size.BoxCount)
            .SetProperty(set => set.SmallestEdge, size.SmallestEdge)
            .SetProperty(set => set.SizeBytes, size.Bytes));
        int leftOut = result.Findings.Count(finding => finding.Severity == Severity.Error);
        return $"{(options.Cubes ? $"{Plural.Counted(result.CubeCount, "cube")} from " : "")}{Plural.Counted(result.BoundingBoxCount, "bounding box", "bounding boxes")}, {Quantity.Bytes(size.Bytes)}"
            + (result.ReusedBoundingBoxCount > 0 ? $"; {Plural.Counted(result.ReusedBoundingBoxCount, "bounding box was", "bounding boxes were")} up to date" : "")
            + (leftOut > 0 ? $"; {Plural.Counted(leftOut, "problem")} left something out, see the dataset's page" : "") + ".";
    }

    private void RecordEnd(int setId, string status, string? message)
    {
        using LabDatabase database = databases.CreateDbContext();
        string state = status switch
        {
            JobStatus.Finished => CubeSetState.Ready,
            JobStatus.Failed => CubeSetState.Failed,
            _ => CubeSetState.Interrupted,
        };
        database.CubeSets.Where(set => set.Id == setId).ExecuteUpdate(update => update
            .SetProperty(set => set.State, state)
            .SetProperty(set => set.ErrorMessage, status == JobStatus.Finished ? null : message));
    }
}
