namespace SynapseLab.Web.Jobs;

/// <summary>What kind of work a job is.</summary>
public static class JobKind
{
    /// <summary>Generates the demo dataset.</summary>
    public const string Demo = "demo";

    /// <summary>Unpacks an uploaded archive.</summary>
    public const string Unpack = "unpack";

    /// <summary>Inspects a dataset.</summary>
    public const string Inspect = "inspect";

    /// <summary>Prepares cubes.</summary>
    public const string Prepare = "prepare";

    /// <summary>Extracts features by a run's network.</summary>
    public const string Extract = "extract";
}

/// <summary>The words of a job's state, as stored and shown.</summary>
public static class JobStatus
{
    /// <summary>Waits for the jobs before it.</summary>
    public const string Queued = "queued";

    /// <summary>Works.</summary>
    public const string Running = "running";

    /// <summary>Done.</summary>
    public const string Finished = "finished";

    /// <summary>Ended by an error, which its message names.</summary>
    public const string Failed = "failed";

    /// <summary>Stopped by a person.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The server stopped meanwhile.</summary>
    public const string Interrupted = "interrupted";
}
