namespace SynapseLab.Engine.Training;

/// <summary>One pass over all cubes.</summary>
public sealed record EpochCompleted : TrainingEvent
{
    /// <summary>Mean loss over the epoch's steps.</summary>
    public required double MeanLoss { get; init; }

    /// <summary>Cubes trained on per second, over the epoch.</summary>
    public required double CubesPerSecond { get; init; }

    /// <summary>Estimated seconds until the run ends.</summary>
    public required double RemainingSeconds { get; init; }
}
