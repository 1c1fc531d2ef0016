using System.Diagnostics;
using System.Globalization;
using SynapseLab.Torch;

namespace SynapseLab.Engine.Training;

/// <summary>Waits until all processes of a run have come to their meeting, and says meanwhile whom it waits for.</summary>
/// <param name="settings">Which process this is, and how long to wait.</param>
/// <param name="say">Hears a sentence when some are late; called on any thread.</param>
internal sealed class RollCall(WorldSettings settings, Action<string> say)
{
    /// <summary>The environment variable that sets how long to wait.</summary>
    internal const string TimeoutVariable = "SYNAPSELAB_MEETING_TIMEOUT_SECONDS";

    private const int MostNamed = 8;

    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(100);

    private readonly long _start = Stopwatch.GetTimestamp();

    // Only one that serves the meeting itself need not wait for its server first.
    private volatile int[] _missing = settings.IsServedByAgent || settings.IsFirst ? [] : [0];

    /// <summary>Silence before the first sentence.</summary>
    internal TimeSpan FirstAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between sentences.</summary>
    internal TimeSpan AgainAfter { get; init; } = TimeSpan.FromSeconds(30);

    private string Place => $"{settings.Host}:{settings.Port}";

    /// <summary>The meeting once all are there.</summary>
    /// <exception cref="EngineException">Some did not come in time.</exception>
    internal ProcessMeeting Meet()
    {
        using var reminder = new Timer(_ => say($"Rank {settings.Rank} of {settings.WorldSize} has waited {Elapsed} at {Place} for {Missing}."), null, FirstAfter, AgainAfter);
        ProcessMeeting? meeting = null;
        try
        {
            var address = new ProcessGroupAddress(
                settings.Host, settings.Port, settings.Rank, settings.WorldSize, settings.IsFirst && !settings.IsServedByAgent, $"synapselab/{settings.Attempt}");
            meeting = new ProcessMeeting(address, settings.MeetingTimeout);
            while ((_missing = [.. Enumerable.Range(0, settings.WorldSize).Where(rank => !meeting.HasArrived(rank))]).Length > 0)
            {
                if (Stopwatch.GetElapsedTime(_start) > settings.MeetingTimeout)
                {
                    throw Failure(null);
                }

                Thread.Sleep(s_lookEvery);
            }

            return meeting;
        }
        catch (TorchException e)
        {
            meeting?.Dispose();
            throw Failure(e);
        }
        catch
        {
            meeting?.Dispose();
            throw;
        }
    }

    private string Elapsed => Stopwatch.GetElapsedTime(_start).TotalSeconds is var seconds && seconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} seconds")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0.#} minutes");

    private string Missing => _missing switch
    {
        [] => "the process that serves the meeting",
        [var one] => $"rank {one}",
        var some when some.Length <= MostNamed => $"ranks {string.Join(", ", some[..^1])} and {some[^1]}",
        var many => $"ranks {string.Join(", ", many[..MostNamed])} and {many.Length - MostNamed} more",
    };

    private EngineException Failure(TorchException? cause) => new(
        $"The {settings.WorldSize} processes of the run did not meet at {Place} (rank {settings.Rank}, waited {Elapsed} for {Missing}). "
        + "Check that all of them run, with the same MASTER_ADDR, MASTER_PORT and WORLD_SIZE and each with a RANK of its own, that their machines reach that address, "
        + $"and that the port is free on the machine of rank 0; {TimeoutVariable} sets how long they wait.",
        cause);
}
