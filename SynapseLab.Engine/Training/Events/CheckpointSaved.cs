namespace SynapseLab.Engine.Training;

/// <summary>A checkpoint is whole on disk.</summary>
public sealed record CheckpointSaved : TrainingEvent
{
    /// <summary>File, relative to the run folder.</summary>
    public required string Path { get; init; }

    /// <summary>latest, best or final.</summary>
    public required string Kind { get; init; }
}
