using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Data;
using SynapseLab.Web.Hosting;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Datasets.Cubes;

/// <summary>Prepares cubes of a dataset as a job; the same size and channels again bring the same cube set up to date.</summary>
internal sealed class CubePreparation(
    IDbContextFactory<LabDatabase> databases, PolarityOverrides polarities, JobService jobs, StoragePaths paths, TimeProvider clock)
{
    /// <summary>The cube sets of a dataset, newest first.</summary>
    internal async Task<IReadOnlyList<CubeSet>> ListAsync(int datasetId)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await database.CubeSets.AsNoTracking().Where(set => set.DatasetId == datasetId).OrderByDescending(set => set.Id).ToListAsync();
    }

    /// <summary>Starts the job.</summary>
    /// <exception cref="EngineException">The dataset was removed, its codes file is damaged, the disk too full, or the same cubes are being prepared.</exception>
    internal async Task<int> StartAsync(Dataset dataset, int cubeSize, string channels, string by)
    {
        await RequireListedAsync(dataset);
        CubeEstimate estimate = CubeEstimate.Of(dataset.SynapseCount, cubeSize, channels);
        if (estimate.Bytes > paths.FreeBytes)
        {
            throw new EngineException(
                $"The cubes need up to {Components.Text.Quantity.Bytes(estimate.Bytes)}, but the disk of {paths.Root} has "
                + $"{Components.Text.Quantity.Bytes(paths.FreeBytes)} free; free some space or choose smaller cubes.");
        }

        // All that may fail comes before the claim, which only the job's end gives back.
        var overrides = await polarities.ForPreprocessorAsync(dataset.Id);
        CodeTable codes = DatasetCodes.Of(dataset);
        CubeSet set = await ClaimAsync(dataset.Id, cubeSize, channels, by);
        var options = new PreprocessOptions(dataset.Root, set.Directory, cubeSize, channels, codes, overrides);
        return await jobs.StartAsync(new(
            JobKind.Prepare,
            $"Prepare cubes of {cubeSize}³, {channels}, from {dataset.Name}",
            by,
            (progress, cancellation) => Prepare(set.Id, options, progress, cancellation),
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

    private async Task<CubeSet> ClaimAsync(int datasetId, int cubeSize, string channels, string by)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        await using var transaction = await database.Database.BeginTransactionAsync();
        CubeSet? set = await database.CubeSets.SingleOrDefaultAsync(
            set => set.DatasetId == datasetId && set.CubeSize == cubeSize && set.Channels == channels);
        if (set is { State: CubeSetState.Preparing })
        {
            throw new EngineException($"Cubes of {cubeSize}³ with {channels} are being prepared already; wait for them or cancel them.");
        }

        if (set is null)
        {
            string folder = Path.Combine(paths.CubeSets, $"dataset-{datasetId}-{cubeSize}-{channels.Replace('+', '_')}");
            set = new() { DatasetId = datasetId, CubeSize = cubeSize, Channels = channels, Directory = folder, State = CubeSetState.Preparing, CreatedBy = by };
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

    private string Prepare(int setId, PreprocessOptions options, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        PreprocessResult result = Preprocessor.Run(options, progress, cancellation);
        long bytes = new DirectoryInfo(options.PreprocDir).EnumerateFiles("*.h5").Sum(file => file.Length);
        using LabDatabase database = databases.CreateDbContext();
        database.CubeSets.Where(set => set.Id == setId).ExecuteUpdate(update => update
            .SetProperty(set => set.CubeCount, result.CubeCount)
            .SetProperty(set => set.SizeBytes, bytes));
        int leftOut = result.Findings.Count(finding => finding.Severity == Severity.Error);
        return $"{result.CubeCount} cubes from {result.BoundingBoxCount} bounding boxes, {Components.Text.Quantity.Bytes(bytes)}"
            + (result.ReusedBoundingBoxCount > 0 ? $"; {result.ReusedBoundingBoxCount} bounding boxes were up to date" : "")
            + (leftOut > 0 ? $"; {leftOut} problems left something out, see the dataset's page" : "") + ".";
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
