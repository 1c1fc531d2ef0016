namespace SynapseLab.Engine.Training;

/// <summary>Something a person should know, and no reason to end the run.</summary>
public sealed record RunWarned : TrainingEvent
{
    /// <summary>One sentence for the person at the screen.</summary>
    public required string Message { get; init; }
}
