using System.Diagnostics;

namespace SynapseLab.Cli;

/// <summary>
/// Turns the end of standard input into a cancellation: a program that starts this one holds the other end of the pipe, which the kernel
/// closes when that program dies, however it dies.
/// </summary>
internal sealed class InputEnd : IDisposable
{
    // Whoever waits for processes that will never come (they died with their starter) does not listen to cancellations.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);
    private readonly CancellationTokenSource _source;

    /// <summary>Begins to read, and to drop, what comes.</summary>
    /// <param name="input">Standard input.</param>
    /// <param name="others">Cancels as well.</param>
    internal InputEnd(Stream input, CancellationToken others)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(others);
        new Thread(() => Read(input)) { IsBackground = true, Name = "end of input" }.Start();
    }

    /// <summary>Cancelled by the end of input.</summary>
    internal CancellationToken Token => _source.Token;

    /// <inheritdoc />
    public void Dispose() => _source.Dispose();

    private void Read(Stream input)
    {
        byte[] dropped = new byte[256];
        try
        {
            while (input.Read(dropped) > 0)
            {
            }

            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            return; // the work has ended before its input
        }

        Thread.Sleep(s_patience);
        Process.GetCurrentProcess().Kill();
    }
}
