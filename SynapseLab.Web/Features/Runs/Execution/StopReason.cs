namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Why work on a device was asked to stop.</summary>
internal enum StopReason
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>A person cancelled it.</summary>
    Person,

    /// <summary>The server shuts down.</summary>
    Shutdown,
}

/// <summary>A cancellation that remembers who asked.</summary>
internal sealed class StopRequest : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenSource _shutdown = new();

    /// <summary>Who asked first.</summary>
    internal StopReason Reason { get; private set; }

    /// <summary>Seen by the trainer.</summary>
    internal CancellationToken Token => _source.Token;

    /// <summary>Cancelled when the server shuts down, whoever asked first.</summary>
    internal CancellationToken ServerStops => _shutdown.Token;

    /// <summary>Asks the work to stop at its next safe place.</summary>
    internal void Ask(StopReason reason)
    {
        if (Reason == StopReason.None)
        {
            Reason = reason;
        }

        _source.Cancel();
        if (reason == StopReason.Shutdown)
        {
            _shutdown.Cancel();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _source.Dispose();
        _shutdown.Dispose();
    }
}
