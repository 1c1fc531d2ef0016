namespace SynapseLab.Tests.Web.Runs;

/// <summary>Keeps a scripted trainer at one place, the first time it comes there, until the test lets it go; at the test's end it goes in any case.</summary>
internal sealed class Hold : IDisposable
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new();

    /// <summary>Ends when the trainer is at the place.</summary>
    internal Task Reached => _reached.Task;

    internal void LetGo() => _go.TrySetResult();

    /// <summary>Called by the trainer at the place.</summary>
    internal void Wait()
    {
        _reached.TrySetResult();
        _go.Task.Wait();
    }

    public void Dispose() => LetGo();
}
