using SynapseLab.Engine;

namespace SynapseLab.Web.Jobs;

/// <summary>Work to be done in the background.</summary>
/// <param name="Kind">A word of <see cref="JobKind"/>.</param>
/// <param name="Title">What it does, with the name of what it works on, e.g. "Inspect larval-vnc".</param>
/// <param name="CreatedBy">User name of who asked; "system" for the server.</param>
/// <param name="Work">
/// Does it on a thread of its own and answers with a sentence on what came of it. May throw EngineException for what a person
/// should read, OperationCanceledException when stopped.
/// </param>
/// <param name="DatasetId">The dataset it works on.</param>
/// <param name="CubeSetId">The cube set it writes, or reads.</param>
public sealed record JobRequest(
    string Kind,
    string Title,
    string CreatedBy,
    Func<IProgress<WorkProgress>, CancellationToken, string> Work,
    int? DatasetId = null,
    int? CubeSetId = null)
{
    /// <summary>The run whose network it uses.</summary>
    public int? RunId { get; init; }

    /// <summary>The device whose turn it waits for, as options name it (auto, cpu or cuda:N); null for work that uses none, which the server does one after the other.</summary>
    public string? Device { get; init; }

    /// <summary>Whether its turn on the device may come now; asked each time the device looks for work.</summary>
    public Func<bool> MayBegin { get; init; } = () => true;

    /// <summary>Told how the work ended (a word of <see cref="JobStatus"/>, and the sentence), before anyone sees it ended.</summary>
    public Action<string, string?>? Ended { get; init; }
}

/// <summary>A job as pages show it.</summary>
/// <param name="Done">Units done, 0 … <paramref name="Total"/>.</param>
/// <param name="Total">Units of the whole; 0 when not known.</param>
/// <param name="Remaining">Estimated time to go; null when not known.</param>
public sealed record JobView(
    int Id,
    string Kind,
    string Title,
    string Status,
    string CreatedBy,
    int? DatasetId,
    int? CubeSetId,
    string Stage,
    long Done,
    long Total,
    TimeSpan? Remaining,
    string? Message)
{
    /// <summary>The run whose network it uses.</summary>
    public int? RunId { get; init; }

    /// <summary>The device whose turn it waits for; null for work that uses none.</summary>
    public string? Device { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it waits or works.</summary>
    public bool IsActive => Status is JobStatus.Queued or JobStatus.Running;
}
