using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>A run in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">One of <see cref="RunStatus"/>.</param>
/// <param name="Owner">Who launched it.</param>
/// <param name="Dataset">Name of its dataset.</param>
/// <param name="Device">Device it asked for.</param>
/// <param name="CreatedAt">When it was queued first.</param>
/// <param name="StartedAt">When a device first took it.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="LastEpoch">Epochs done.</param>
/// <param name="LastLoss">Loss of the last step.</param>
/// <param name="BestSilhouette">Highest silhouette score.</param>
/// <param name="ErrorMessage">Why it failed, was interrupted or paused.</param>
/// <param name="FindingsJson">What the collapse doctor said, as stored.</param>
internal sealed record RunRow(
    int Id,
    string Name,
    string Status,
    string Owner,
    string Dataset,
    string Device,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    int LastEpoch,
    double? LastLoss,
    double? BestSilhouette,
    string? ErrorMessage,
    string? FindingsJson)
{
    /// <summary>What the collapse doctor said.</summary>
    internal IReadOnlyList<RunFinding> Findings { get; } = StoredJson.Findings(FindingsJson);

    /// <summary>From the first step on a device to the end, or to now; null before it started.</summary>
    internal TimeSpan? Duration(DateTimeOffset now) => StartedAt is { } started ? (EndedAt ?? now) - started : null;
}
