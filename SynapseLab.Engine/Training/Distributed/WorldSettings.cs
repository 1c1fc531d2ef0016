using System.Globalization;

namespace SynapseLab.Engine.Training;

/// <summary>Which of the processes of a run this one is, and where they meet: torchrun's variables, which srun and Kubernetes jobs set as well.</summary>
/// <param name="Host">MASTER_ADDR: the machine of rank 0.</param>
/// <param name="Port">MASTER_PORT: a TCP port there, 1 … 65535.</param>
/// <param name="Rank">RANK: this process among all, 0 … WORLD_SIZE − 1.</param>
/// <param name="WorldSize">WORLD_SIZE: number of processes, ≥ 1.</param>
/// <param name="LocalRank">LOCAL_RANK: this process among those of its machine, the number of its GPU; 0 where it is not set.</param>
public sealed record WorldSettings(string Host, int Port, int Rank, int WorldSize, int LocalRank)
{
    /// <summary>Processes on this machine (LOCAL_WORLD_SIZE), which share its cores. Default 1.</summary>
    public int LocalWorldSize { get; init; } = 1;

    /// <summary>Whether torchrun itself serves the meeting (TORCHELASTIC_USE_AGENT_STORE); else rank 0 does. Default false.</summary>
    public bool IsServedByAgent { get; init; }

    /// <summary>How often torchrun has started the processes anew (TORCHELASTIC_RESTART_COUNT): attempts must not meet each other. Default 0.</summary>
    public int Attempt { get; init; }

    /// <summary>How long to wait until all processes have come (SYNAPSELAB_MEETING_TIMEOUT_SECONDS). Default 10 minutes.</summary>
    public TimeSpan MeetingTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait for the others once all have come. Default 30 minutes: rank 0 measures and writes checkpoints while the others wait.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Rank 0, which alone writes.</summary>
    public bool IsFirst => Rank == 0;

    /// <summary>Reads this process's environment.</summary>
    /// <exception cref="EngineException">A variable is missing or out of range; it is named.</exception>
    public static WorldSettings FromEnvironment() => Read(Environment.GetEnvironmentVariable);

    /// <summary>Reads variables from a function that answers null for those that are not set.</summary>
    /// <exception cref="EngineException">As <see cref="FromEnvironment"/>.</exception>
    public static WorldSettings Read(Func<string, string?> variable)
    {
        int size = Number(variable, "WORLD_SIZE", 1, 65_536, null);
        return new(Text(variable, "MASTER_ADDR"), Number(variable, "MASTER_PORT", 1, 65_535, null), Number(variable, "RANK", 0, size - 1, null), size, Number(variable, "LOCAL_RANK", 0, size - 1, 0))
        {
            LocalWorldSize = Number(variable, "LOCAL_WORLD_SIZE", 1, size, 1),
            IsServedByAgent = variable("TORCHELASTIC_USE_AGENT_STORE") == "True",
            Attempt = Number(variable, "TORCHELASTIC_RESTART_COUNT", 0, int.MaxValue, 0),
            MeetingTimeout = TimeSpan.FromSeconds(Number(variable, RollCall.TimeoutVariable, 1, 86_400, 600)),
        };
    }

    private static string Text(Func<string, string?> variable, string name) =>
        variable(name) is { Length: > 0 } text ? text : throw Missing(name, "the address of the machine of rank 0");

    private static int Number(Func<string, string?> variable, string name, int least, int most, int? absent)
    {
        string range = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
        return variable(name) switch
        {
            { Length: > 0 } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most => value,
            { Length: > 0 } text => throw new EngineException($"Expected {range} in the environment variable {name}, got '{text}'."),
            _ => absent ?? throw Missing(name, range),
        };
    }

    private static EngineException Missing(string name, string expected) =>
        new($"Expected {expected} in the environment variable {name}, got nothing. Start the processes with torchrun --no-python or srun (docs/cli.md, Several GPUs), or leave out --distributed.");
}
