using SynapseLab.Engine;

namespace SynapseLab.Web.Jobs;

/// <summary>A job that waits or works, with its progress. Reports come from the working thread, views are taken by any.</summary>
internal sealed class LiveJob(int id, JobRequest request, TimeProvider clock) : IProgress<WorkProgress>, IDisposable
{
    /// <summary>Before that an estimate of the remaining time would only jump.</summary>
    private static readonly TimeSpan s_estimateAfter = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _cancel = new();
    private readonly DateTimeOffset _createdAt = clock.GetUtcNow();
    private volatile WorkProgress _progress = new("", 0, 0);
    private long _startedAt;
    private int _isDirty = 1;
    private int _isTaken;

    internal int Id => id;

    internal JobRequest Request => request;

    internal CancellationToken Cancellation => _cancel.Token;

    internal string Status { get; private set; } = JobStatus.Queued;

    internal string? Message { get; private set; }

    /// <summary>Whether a person asked it to stop (and not the server).</summary>
    internal bool IsCancelledByPerson { get; private set; }

    /// <inheritdoc />
    public void Report(WorkProgress value)
    {
        _progress = value;
        MarkDirty();
    }

    /// <inheritdoc />
    public void Dispose() => _cancel.Dispose();

    /// <summary>Whether the caller is the one to bring it to its end: true once.</summary>
    internal bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    internal void Start()
    {
        _startedAt = clock.GetTimestamp();
        Status = JobStatus.Running;
        MarkDirty();
    }

    internal void End(string status, string? message)
    {
        Status = status;
        Message = message;
        MarkDirty();
    }

    internal void Cancel(bool byPerson)
    {
        IsCancelledByPerson |= byPerson;
        try
        {
            _cancel.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended while the person clicked.
        }
    }

    /// <summary>Whether something changed since the last call.</summary>
    internal bool TakeDirty() => Interlocked.Exchange(ref _isDirty, 0) == 1;

    internal JobView View()
    {
        WorkProgress progress = _progress;
        return new(id, request.Kind, request.Title, Status, request.CreatedBy, request.DatasetId, request.CubeSetId,
            progress.Stage, progress.Done, progress.Total, Remaining(progress), Message)
        { RunId = request.RunId, Device = request.Device, CreatedAt = _createdAt };
    }

    private TimeSpan? Remaining(WorkProgress progress)
    {
        if (Status != JobStatus.Running || progress.Done <= 0 || progress.Total <= 0)
        {
            return null;
        }

        TimeSpan elapsed = clock.GetElapsedTime(_startedAt);
        return elapsed < s_estimateAfter ? null : elapsed * ((double)(progress.Total - progress.Done) / progress.Done);
    }

    private void MarkDirty() => Interlocked.Exchange(ref _isDirty, 1);
}
