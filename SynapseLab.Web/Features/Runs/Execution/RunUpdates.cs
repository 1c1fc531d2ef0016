namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Tells pages in this process about runs: new snapshots at most every 100 ms a run, and every change of status.</summary>
internal sealed class RunUpdates(ILogger<RunUpdates> logger)
{
    private readonly Subscribers<RunSnapshot> _subscribers = new(logger);

    /// <summary>Calls <paramref name="handler"/> from a pool thread until the result is disposed.</summary>
    internal IDisposable Subscribe(Action<RunSnapshot> handler) => _subscribers.Add(handler);

    internal void Publish(RunSnapshot snapshot) => _subscribers.Tell(snapshot);
}
