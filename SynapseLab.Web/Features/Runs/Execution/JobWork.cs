using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>A job that needs a device, in its turn on it. The job knows how it ended; here it is done, and stopped.</summary>
internal sealed class JobWork(LiveJob job, JobService jobs) : DeviceWork(job.Request.RunId)
{
    /// <inheritdoc />
    internal override string Title => job.Request.Title;

    /// <summary>How far it is.</summary>
    internal JobView Now => job.View();

    /// <inheritdoc />
    internal override void Do()
    {
        using CancellationTokenRegistration stopping = Stop.Token.Register(() => job.Cancel(byPerson: Stop.Reason == StopReason.Person));
        jobs.Finish(job);
    }
}
