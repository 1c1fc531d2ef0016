using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using SynapseLab.Web.Features.Runs.Series;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>What hub clients receive; the messages are described in docs/api.md.</summary>
public interface IProgressClient
{
    /// <summary>New values of a run that was subscribed to, at most every 200 ms.</summary>
    Task RunProgress(RunProgressMessage message);

    /// <summary>A run's status changed.</summary>
    Task RunChanged(RunSnapshot snapshot);
}

/// <summary>A batch of new values of one run; the spectrum is null unless a new one was measured.</summary>
public sealed record RunProgressMessage(
    int RunId,
    string Status,
    RunSnapshot Snapshot,
    IReadOnlyList<StepRow> Steps,
    IReadOnlyList<MetricRow> Metrics,
    IReadOnlyList<TelemetryRow> Telemetry,
    RunSpectrum? Spectrum);

/// <summary>
/// Live progress for browsers and other clients, at <c>/hubs/progress</c>, for people who are signed in. Subscribe first,
/// then fetch the history from <c>/api/runs/{id}/series/…</c>: rows that come twice carry the same step.
/// </summary>
[Authorize]
internal sealed class ProgressHub(RunStore store, ProgressFanout fanout, HubSessions sessions) : Hub<IProgressClient>
{
    /// <summary>Where the hub is.</summary>
    internal const string Path = "/hubs/progress";

    /// <summary>Group of clients that follow the status of every run.</summary>
    internal const string AllRuns = "runs";

    /// <summary>Group of clients that follow one run.</summary>
    internal static string GroupOf(int runId) => $"run-{runId}";

    /// <inheritdoc />
    public override Task OnConnectedAsync()
    {
        sessions.Add(Context);
        return base.OnConnectedAsync();
    }

    /// <inheritdoc />
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        sessions.Remove(Context);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Follows one run; answers with its present state.</summary>
    /// <exception cref="HubException">There is no such run.</exception>
    public async Task<RunSnapshot> Subscribe(int runId)
    {
        RunSnapshot snapshot = fanout.Find(runId)?.Snapshot() ?? await store.FindSnapshotAsync(runId)
            ?? throw new HubException($"There is no run {runId}.");
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(runId));
        return snapshot;
    }

    /// <summary>Stops following one run.</summary>
    public Task Unsubscribe(int runId) => Groups.RemoveFromGroupAsync(Context.ConnectionId, GroupOf(runId));

    /// <summary>Follows the status of every run.</summary>
    public Task SubscribeAll() => Groups.AddToGroupAsync(Context.ConnectionId, AllRuns);
}
