using System.Collections.Concurrent;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Tells pages in this process about runs: new snapshots at most every 100 ms a run, and every change of status.</summary>
internal sealed class RunUpdates(ILogger<RunUpdates> logger)
{
    private readonly ConcurrentDictionary<Subscription, Action<RunSnapshot>> _handlers = new();

    /// <summary>Calls <paramref name="handler"/> from a pool thread until the result is disposed.</summary>
    internal IDisposable Subscribe(Action<RunSnapshot> handler)
    {
        var subscription = new Subscription(this);
        _handlers[subscription] = handler;
        return subscription;
    }

    /// <summary>Hands a snapshot to every page; a page that throws does not keep it from the others.</summary>
    internal void Publish(RunSnapshot snapshot)
    {
        foreach (Action<RunSnapshot> handler in _handlers.Values)
        {
            try
            {
                handler(snapshot);
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "A page failed to take an update of run {RunId}.", snapshot.RunId);
            }
        }
    }

    private sealed class Subscription(RunUpdates owner) : IDisposable
    {
        public void Dispose() => owner._handlers.TryRemove(this, out _);
    }
}
