namespace SynapseLab.Engine.Training;

/// <summary>The run begins with weights of a file; told once, after its first <see cref="RunStarted"/>.</summary>
public sealed record WeightsImported : TrainingEvent
{
    /// <summary>The file's name.</summary>
    public required string Source { get; init; }

    /// <summary>Weights of the backbone that came from it.</summary>
    public required int TakenCount { get; init; }

    /// <summary>Weights of the backbone that keep random values: the file has none, or one of another shape.</summary>
    public required int KeptCount { get; init; }

    /// <summary>What was taken, changed and left, and how raw is scaled, for the person at the screen.</summary>
    public required string Message { get; init; }
}
