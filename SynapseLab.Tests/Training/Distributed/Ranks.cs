using System.Diagnostics;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training.Distributed;

/// <summary>Real processes, started as torchrun starts them: one for each rank, meeting on the loopback address.</summary>
internal sealed class Ranks : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly (Process Process, Task<string> Out, Task<string> Error)[] _all;

    private Ranks(IEnumerable<Process> processes) =>
        _all = [.. processes.Select(process => (process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()))];

    /// <summary>Starts a program twice.</summary>
    internal static Ranks Start(string assembly, Func<int, string[]> arguments, params (string Name, string Value)[] more) => StartIn("", assembly, arguments, more);

    /// <summary>As above, in a working directory; in this process's for "".</summary>
    internal static Ranks StartIn(string directory, string assembly, Func<int, string[]> arguments, params (string Name, string Value)[] more)
    {
        int port = MeetingPort.Free();
        return new Ranks(Enumerable.Range(0, 2).Select(rank => Process.Start(Describe(directory, assembly, arguments(rank), rank, port, more))!).ToArray());
    }

    /// <summary>Runs an explicit test of this assembly in two processes at once; fails with what they said unless it passes in both.</summary>
    internal static void Pass(Type tests, string method, params (string Name, string Value)[] more)
    {
        using var ranks = Start(typeof(Ranks).Assembly.Location, _ => ["-explicit", "only", "-method", $"{tests.FullName}.{method}", "-noLogo"], more);
        Assert.All(Enumerable.Range(0, 2), rank =>
        {
            var (code, output, error) = ranks.Wait(rank);
            Assert.True(code == 0, $"rank {rank}: {output}{error}");
            Assert.Contains("Total: 1", output, StringComparison.Ordinal); // a name that matches no test would pass as well
        });
    }

    /// <summary>Ends a process as the kernel's out-of-memory killer would.</summary>
    internal void Kill(int rank) => _all[rank].Process.Kill();

    /// <summary>Waits for a process to end.</summary>
    internal (int ExitCode, string Out, string Error) Wait(int rank)
    {
        var (process, output, error) = _all[rank];
        Assert.True(process.WaitForExit(s_patience), $"rank {rank} did not end");
        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        foreach (var (process, _, _) in _all)
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit(); // whoever removes the run's folder next must be alone in it
            }

            process.Dispose();
        }
    }

    private static ProcessStartInfo Describe(string directory, string assembly, string[] arguments, int rank, int port, (string Name, string Value)[] more)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        (string Name, string Value)[] variables =
            [("MASTER_ADDR", "127.0.0.1"), ("MASTER_PORT", $"{port}"), ("RANK", $"{rank}"), ("WORLD_SIZE", "2"), ("LOCAL_RANK", $"{rank}"), ("LOCAL_WORLD_SIZE", "2"), .. more];
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
