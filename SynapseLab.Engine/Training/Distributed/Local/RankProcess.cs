using System.ComponentModel;
using System.Diagnostics;

namespace SynapseLab.Engine.Training;

/// <summary>
/// One process of a local run: the command <c>train --distributed</c> with torchrun's variables. Its standard input is a pipe of this
/// process, whose end asks it to stop: when this process closes it, and also when this process is killed.
/// </summary>
internal sealed class RankProcess : IDisposable
{
    private const string SentencePrefix = "synapselab: ";
    private const int Interrupted = 130; // 128 + SIGINT: stopped because it was asked to
    private const int KillSignal = 9;
    private readonly int _rank;
    private readonly Process _process;
    private volatile string? _sentence;

    private RankProcess(int rank, Process process)
    {
        (_rank, _process) = (rank, process);
        process.ErrorDataReceived += (_, line) => _sentence = line.Data?.StartsWith(SentencePrefix, StringComparison.Ordinal) == true ? line.Data[SentencePrefix.Length..] : _sentence;
        process.BeginErrorReadLine();
        Ended = process.WaitForExitAsync();
    }

    /// <summary>Completes when the process has ended and all that it said was read.</summary>
    internal Task Ended { get; }

    /// <summary>What it writes, a line at a time, to its end.</summary>
    internal StreamReader Output => _process.StandardOutput;

    /// <summary>Once ended: whether that was neither its work's end nor on request.</summary>
    internal bool HasFailed => _process.ExitCode is not (0 or Interrupted);

    /// <summary>Once failed: why, in its own words where it had time for any.</summary>
    internal string Failure => _sentence ?? (_process.ExitCode - 128) switch
    {
        KillSignal => $"Rank {_rank} was killed (signal 9), as the system does when memory runs out.",
        var signal and > 0 => $"Rank {_rank} was ended by signal {signal}.",
        _ => $"Rank {_rank} ended with exit code {_process.ExitCode} and without a word.",
    };

    /// <summary>Starts a process.</summary>
    /// <exception cref="EngineException">The program cannot be started.</exception>
    internal static RankProcess Start(int rank, ProcessStartInfo command)
    {
        command.RedirectStandardInput = command.RedirectStandardOutput = command.RedirectStandardError = true;
        try
        {
            return new(rank, Process.Start(command)!);
        }
        catch (Win32Exception e)
        {
            throw new EngineException($"The processes of the run could not be started with {command.FileName}: {e.Message}. Train in one process, or repair the installation of .NET.", e);
        }
    }

    /// <summary>Asks it to write a checkpoint and stop.</summary>
    internal void AskToStop()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended by itself meanwhile.
        }
    }

    /// <summary>Ends it at once.</summary>
    internal void Kill() => _process.Kill(); // does nothing to one that has ended

    /// <inheritdoc />
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit(); // whoever takes the run's folder next must be alone in it
        _process.Dispose();
    }
}
