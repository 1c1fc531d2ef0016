using System.Collections.Concurrent;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Pages in this process that want to hear of something; a page that throws does not keep it from the others.</summary>
internal sealed class Subscribers<T>(ILogger logger)
{
    private readonly ConcurrentDictionary<Subscription, Action<T>> _handlers = new();

    /// <summary>Adds a handler until the result is disposed.</summary>
    internal IDisposable Add(Action<T> handler)
    {
        var subscription = new Subscription(_handlers);
        _handlers[subscription] = handler;
        return subscription;
    }

    /// <summary>Calls every handler on the calling thread.</summary>
    internal void Tell(T news)
    {
        foreach (Action<T> handler in _handlers.Values)
        {
            try
            {
                handler(news);
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "A page failed to take {News}.", news);
            }
        }
    }

    private sealed class Subscription(ConcurrentDictionary<Subscription, Action<T>> handlers) : IDisposable
    {
        public void Dispose() => handlers.TryRemove(this, out _);
    }
}
