using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Jobs;

/// <summary>What the server did and does, in the database.</summary>
public sealed class JobHistory(IDbContextFactory<LabDatabase> databases, TimeProvider clock)
{
    internal async Task<int> AddAsync(JobRequest request)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        var job = new Job
        {
            Kind = request.Kind,
            Title = request.Title,
            Status = JobStatus.Queued,
            DatasetId = request.DatasetId,
            CubeSetId = request.CubeSetId,
            RunId = request.RunId,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = request.CreatedBy,
        };
        database.Jobs.Add(job);
        await database.SaveChangesAsync();
        return job.Id;
    }

    internal async Task StartedAsync(int id)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        await database.Jobs.Where(job => job.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(job => job.Status, JobStatus.Running)
            .SetProperty(job => job.StartedAt, clock.GetUtcNow()));
    }

    internal async Task EndedAsync(int id, string status, string? message)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        await database.Jobs.Where(job => job.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(job => job.Status, status)
            .SetProperty(job => job.Message, message)
            .SetProperty(job => job.EndedAt, clock.GetUtcNow()));
    }

    /// <summary>
    /// Marks what a killed server left in the middle: its jobs, the cube sets they wrote, the datasets they read. Called on
    /// start, before any job can begin.
    /// </summary>
    internal async Task MarkInterruptedAsync(CancellationToken cancellationToken)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Jobs.Where(job => job.Status == JobStatus.Running || job.Status == JobStatus.Queued)
            .ExecuteUpdateAsync(set => set
                .SetProperty(job => job.Status, JobStatus.Interrupted)
                .SetProperty(job => job.Message, "The server stopped meanwhile; start it again.")
                .SetProperty(job => job.EndedAt, clock.GetUtcNow()), cancellationToken);
        await database.CubeSets.Where(set => set.State == CubeSetState.Preparing)
            .ExecuteUpdateAsync(set => set.SetProperty(cubes => cubes.State, CubeSetState.Interrupted), cancellationToken);
        await database.Datasets.Where(dataset => dataset.State == DatasetState.Registering)
            .ExecuteUpdateAsync(set => set
                .SetProperty(dataset => dataset.State, DatasetState.Failed)
                .SetProperty(dataset => dataset.ErrorMessage, dataset => dataset.Kind == DatasetKind.Upload && dataset.Root == ""
                    ? DatasetWords.ZipIsGone
                    : "The server stopped before the inspection ended; inspect it again."), cancellationToken);
    }
}
