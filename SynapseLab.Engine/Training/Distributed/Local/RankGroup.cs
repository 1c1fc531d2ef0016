using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SynapseLab.Engine.Training;

/// <summary>All processes of a local run.</summary>
internal sealed class RankGroup : IDisposable
{
    // For the others to notice, and to say so, when one has died. Gloo's do at once; NCCL's may wait for half an hour.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(60);
    private readonly List<RankProcess> _ranks = [];
    private readonly CancellationTokenSource _giveUp = new();

    /// <summary>Starts a process for each device; they meet at the loopback address.</summary>
    /// <param name="program">Path of synapselab.dll.</param>
    /// <param name="arguments">Those of all processes.</param>
    /// <param name="devices">That of each rank.</param>
    /// <exception cref="EngineException">The program cannot be started.</exception>
    internal RankGroup(string program, IReadOnlyList<string> arguments, IReadOnlyList<string> devices)
    {
        _giveUp.Token.Register(() => _ranks.ForEach(rank => rank.Kill()));
        int port = MeetingPort.Free();
        try
        {
            for (int rank = 0; rank < devices.Count; rank++)
            {
                _ranks.Add(RankProcess.Start(rank, Command(program, [.. arguments, "--device", devices[rank]], rank, devices.Count, port)));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What rank 0 writes, a line at a time, to its end.</summary>
    internal StreamReader Output => _ranks[0].Output;

    /// <summary>Asks all to write a checkpoint and stop; one alone would do.</summary>
    internal void AskToStop() => _ranks.ForEach(rank => rank.AskToStop());

    /// <summary>Completes when all have ended; those that outlive a failed one for long are ended.</summary>
    internal Task EndAsync() => Task.WhenAll(_ranks.Select(async rank =>
    {
        await rank.Ended;
        if (rank.HasFailed)
        {
            _giveUp.CancelAfter(s_grace);
        }
    }));

    /// <summary>Once ended: why, rank 0's sentence first; of the others those that did not merely lose a fellow.</summary>
    /// <param name="first">Rank 0's sentence, where the run's log has it.</param>
    internal string Failure(string? first)
    {
        IEnumerable<string> others = _ranks.Skip(1).Where(rank => rank.HasFailed).Select(rank => rank.Failure).Where(failure => !failure.Contains(World.LostAnother, StringComparison.Ordinal));
        return string.Join(' ', others.Prepend(first ?? _ranks[0].Failure).Distinct());
    }

    /// <summary>Ends those that still run.</summary>
    public void Dispose()
    {
        _ranks.ForEach(rank => rank.Dispose());
        _giveUp.Dispose();
    }

    private static ProcessStartInfo Command(string program, IEnumerable<string> arguments, int rank, int count, int port)
    {
        var command = new ProcessStartInfo(Host(), [program, .. arguments]);
        (string Name, string Value)[] variables =
            [("MASTER_ADDR", "127.0.0.1"), ("MASTER_PORT", Text(port)), ("RANK", Text(rank)), ("WORLD_SIZE", Text(count)), ("LOCAL_RANK", Text(rank)), ("LOCAL_WORLD_SIZE", Text(count))];
        foreach (var (name, value) in variables)
        {
            command.Environment[name] = value;
        }

        return command;

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The dotnet that runs this process, three folders above its runtime (shared/Microsoft.NETCore.App/VERSION/).</summary>
    private static string Host()
    {
        string beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return File.Exists(beside) ? beside : "dotnet";
    }
}
