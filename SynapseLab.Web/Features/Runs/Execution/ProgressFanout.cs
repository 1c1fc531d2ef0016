using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>
/// Carries the values of working runs to their three outlets, each at its own pace, so that a trainer of any speed costs the
/// server the same: pages every 100 ms, hub clients every 200 ms, the run history every 2 s.
/// </summary>
internal sealed class ProgressFanout(
    RunStore store,
    RunUpdates updates,
    IHubContext<ProgressHub, IProgressClient> hub,
    TimeProvider time,
    ILogger<ProgressFanout> logger) : BackgroundService
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(100);
    private const int HubEveryTicks = 2;
    private const int StoreEveryTicks = 20;
    private readonly ConcurrentDictionary<int, LiveRun> _live = new();
    private readonly ConcurrentDictionary<int, RunSnapshot> _shown = new();

    /// <summary>The run as it works now; null when it does not.</summary>
    internal LiveRun? Find(int runId) => _live.GetValueOrDefault(runId);

    /// <summary>Starts to carry a run's values.</summary>
    internal void Add(LiveRun run) => _live[run.RunId] = run;

    /// <summary>Carries what is left to every outlet, then lets the run go.</summary>
    internal async Task ReleaseAsync(LiveRun run, string status)
    {
        await SendRowsAsync(run, status);
        await store.SaveProgressAsync(run);
        _live.TryRemove(run.RunId, out _);
        _shown.TryRemove(run.RunId, out _);
    }

    /// <summary>Tells everybody about a change of status at once.</summary>
    internal async Task AnnounceAsync(RunSnapshot snapshot)
    {
        updates.Publish(snapshot);
        await hub.Clients.Groups(ProgressHub.GroupOf(snapshot.RunId), ProgressHub.AllRuns).RunChanged(snapshot);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_tick, time);
        for (long tick = 1; !stoppingToken.IsCancellationRequested; tick++)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                foreach (LiveRun run in _live.Values)
                {
                    await TickAsync(run, tick);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogError(e, "Progress of a run could not be passed on; the next try follows.");
            }
        }
    }

    private async Task TickAsync(LiveRun run, long tick)
    {
        RunSnapshot snapshot = run.Snapshot();
        if (!snapshot.Equals(_shown.GetValueOrDefault(run.RunId)))
        {
            _shown[run.RunId] = snapshot;
            updates.Publish(snapshot);
        }

        if (tick % HubEveryTicks == 0)
        {
            await SendRowsAsync(run, RunStatus.Running);
        }

        if (tick % StoreEveryTicks == 0)
        {
            await store.SaveProgressAsync(run);
        }
    }

    private async Task SendRowsAsync(LiveRun run, string status)
    {
        if (run.TakeChanges() is { } changes)
        {
            RunSnapshot now = run.Snapshot() with { Status = status };
            await hub.Clients.Group(ProgressHub.GroupOf(run.RunId)).RunProgress(new(run.RunId, status, now, changes.Steps, changes.Metrics, changes.Telemetry, changes.Spectrum));
        }
    }
}
