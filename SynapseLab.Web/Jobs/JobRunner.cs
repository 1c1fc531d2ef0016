using SynapseLab.Engine;

namespace SynapseLab.Web.Jobs;

/// <summary>Does one job and records how it ended.</summary>
internal sealed class JobRunner(JobHistory history, ILogger logger)
{
    /// <summary>Works on a thread of its own.</summary>
    /// <param name="job">The job.</param>
    /// <param name="serverStops">Ends the wait for a database that cannot be written.</param>
    internal async Task RunAsync(LiveJob job, CancellationToken serverStops)
    {
        await BeginAsync(job);
        (string status, string? message) = await Task.Factory.StartNew(
            () => Work(job), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await EndAsync(job, status, message, serverStops);
    }

    /// <summary>Works on the calling thread, which must be one without a synchronisation context.</summary>
    /// <param name="job">The job.</param>
    /// <param name="serverStops">Ends the wait for a database that cannot be written.</param>
    internal void Run(LiveJob job, CancellationToken serverStops)
    {
        BeginAsync(job).GetAwaiter().GetResult();
        (string status, string? message) = Work(job);
        EndAsync(job, status, message, serverStops).GetAwaiter().GetResult();
    }

    // The start is a detail of the history: a database that cannot be written now must not keep the work from being done.
    private async Task BeginAsync(LiveJob job)
    {
        job.Start();
        try
        {
            await history.StartedAsync(job.Id);
        }
        catch (Exception error)
        {
            logger.LogError(error, "The start of job {JobId} ({Title}) could not be stored.", job.Id, job.Request.Title);
        }
    }

    private async Task EndAsync(LiveJob job, string status, string? message, CancellationToken serverStops)
    {
        await EndRecord.StoreAsync(
            async () =>
            {
                job.Request.Ended?.Invoke(status, message);
                await history.EndedAsync(job.Id, status, message);
            },
            job.Request.Title,
            logger,
            serverStops);
        job.End(status, message);
    }

    private (string Status, string? Message) Work(LiveJob job)
    {
        try
        {
            job.Cancellation.ThrowIfCancellationRequested();
            return (JobStatus.Finished, job.Request.Work(job, job.Cancellation));
        }
        catch (OperationCanceledException)
        {
            return job.IsCancelledByPerson
                ? (JobStatus.Cancelled, "Stopped on request; nothing half-done was kept.")
                : (JobStatus.Interrupted, "The server stopped meanwhile; start it again.");
        }
        catch (Exception error)
        {
            logger.LogError(error, "Job {JobId} ({Title}) failed.", job.Id, job.Request.Title);
            return (JobStatus.Failed, FailureText.Of(error));
        }
    }
}
