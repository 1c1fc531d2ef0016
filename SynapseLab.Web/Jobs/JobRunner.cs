using SynapseLab.Engine;

namespace SynapseLab.Web.Jobs;

/// <summary>Does one job on a thread of its own and records how it ended.</summary>
internal sealed class JobRunner(JobHistory history, ILogger logger)
{
    internal async Task RunAsync(LiveJob job)
    {
        job.Start();
        await history.StartedAsync(job.Id);
        (string status, string? message) = await Task.Factory.StartNew(
            () => Work(job), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            job.Request.Ended?.Invoke(status, message);
        }
        catch (Exception error)
        {
            logger.LogError(error, "What follows job {JobId} ({Title}) failed.", job.Id, job.Request.Title);
        }

        job.End(status, message);
        await history.EndedAsync(job.Id, status, message);
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
