namespace SynapseLab.Torch;

/// <summary>Where the processes of a group meet, and which of them this one is.</summary>
/// <param name="Host">Name or address of the machine that serves the meeting.</param>
/// <param name="Port">TCP port there, 1 … 65535.</param>
/// <param name="Rank">This process, 0 … <paramref name="WorldSize"/> − 1.</param>
/// <param name="WorldSize">Number of processes, ≥ 1.</param>
/// <param name="IsServer">Whether this process serves the meeting: rank 0, unless an agent such as torchrun's does.</param>
/// <param name="Prefix">Keeps groups apart that meet at one port one after the other; the same in all processes.</param>
public sealed record ProcessGroupAddress(string Host, int Port, int Rank, int WorldSize, bool IsServer, string Prefix);
