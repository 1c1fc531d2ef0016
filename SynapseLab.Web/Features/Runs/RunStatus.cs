using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs;

/// <summary>The words of a run's state, as stored and shown.</summary>
internal static class RunStatus
{
    /// <summary>Waits for its device.</summary>
    internal const string Queued = "queued";

    /// <summary>Trains or is being evaluated.</summary>
    internal const string Running = Run.Working;

    /// <summary>The server stopped in mid-run; resumes from the last checkpoint.</summary>
    internal const string Interrupted = "interrupted";

    /// <summary>All epochs done.</summary>
    internal const string Finished = "finished";

    /// <summary>Ended by an error, which its message names.</summary>
    internal const string Failed = "failed";

    /// <summary>Stopped by a person; resumes from its checkpoint.</summary>
    internal const string Cancelled = "cancelled";

    /// <summary>Stopped by the collapse doctor, as its options asked; its message says why, and it resumes from its checkpoint.</summary>
    internal const string Paused = "paused";

    /// <summary>Never stored: tells pages that are open that the run is gone.</summary>
    internal const string Deleted = "deleted";

    /// <summary>All words that are stored, in the order a filter offers them.</summary>
    internal static IReadOnlyList<string> All { get; } = [Running, Queued, Paused, Interrupted, Finished, Failed, Cancelled];

    /// <summary>Whether such a run can go on from its last checkpoint.</summary>
    internal static bool IsResumable(string status) => status is Paused or Interrupted or Cancelled or Failed;

    /// <summary>Whether such a run waits or works.</summary>
    internal static bool IsActive(string status) => status is Queued or Running;
}
