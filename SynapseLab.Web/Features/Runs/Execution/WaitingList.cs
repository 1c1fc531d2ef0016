using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Storage;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>What waits for a device.</summary>
/// <param name="Title">What it is; a run by its name.</param>
/// <param name="RunId">The run it belongs to; null when to none.</param>
/// <param name="Device">Which it waits for: auto, cpu or cuda:N.</param>
/// <param name="Since">When it was asked for; null when not known.</param>
/// <param name="LeaveAsync">Takes it off the queue; null where who asked for it does so.</param>
internal sealed record WaitingWork(string Title, int? RunId, string Device, DateTimeOffset? Since, Func<Task>? LeaveAsync)
{
    /// <summary>Whether it is a run that waits to train; only these change places.</summary>
    internal bool IsTraining { get; init; }
}

/// <summary>Everything that waits for devices, in the order in which they take it.</summary>
internal sealed class WaitingList(MeasurementQueue measurements, RunCatalogue runs, JobService jobs, RunRequests requests)
{
    /// <summary>The list as it is now.</summary>
    internal async Task<IReadOnlyList<WaitingWork>> ReadAsync() =>
    [
        .. measurements.Waiting.Select(measurement => new WaitingWork(MeasurementWork.Name, null, measurement.Options.Device, null, null)),
        .. (await runs.QueuedEvaluationsAsync()).Select(Of),
        .. jobs.Active.Where(job => job is { Device: not null, Status: JobStatus.Queued }).Select(Of),
        .. (await runs.QueueAsync()).Select(run => new WaitingWork(run.Name, run.Id, run.Device, run.CreatedAt, () => requests.CancelAsync(run.Id)) { IsTraining = true }),
    ];

    private WaitingWork Of(Evaluation evaluation) => new(
        EvaluationWork.TitleOf(evaluation.Run!.Name),
        evaluation.RunId,
        evaluation.Run.Device,
        evaluation.CreatedAt,
        () =>
        {
            requests.CancelEvaluation(evaluation.Id, evaluation.RunId);
            return Task.CompletedTask;
        });

    private WaitingWork Of(JobView job) => new(
        job.Title,
        job.RunId,
        job.Device!,
        job.CreatedAt,
        () =>
        {
            jobs.Cancel(job.Id);
            return Task.CompletedTask;
        });
}
