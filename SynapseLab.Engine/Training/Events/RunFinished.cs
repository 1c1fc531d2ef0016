namespace SynapseLab.Engine.Training;

/// <summary>The run ended; the last event.</summary>
public sealed record RunFinished : TrainingEvent
{
    /// <summary>How.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>One sentence for the person at the screen.</summary>
    public required string Message { get; init; }
}
