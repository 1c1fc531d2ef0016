namespace SynapseLab.Engine.Training;

/// <summary>The run begins, or goes on (<see cref="TrainingEvent.Step"/> &gt; 0).</summary>
public sealed record RunStarted : TrainingEvent
{
    /// <summary>Cubes in the set.</summary>
    public required int CubeCount { get; init; }

    /// <summary>Optimiser steps per epoch, ⌊cubes / (batch · accumulation)⌋: the last, incomplete step is dropped.</summary>
    public required int StepsPerEpoch { get; init; }

    /// <summary>Optimiser steps of the whole run.</summary>
    public required long TotalSteps { get; init; }

    /// <summary>Trained parameters, backbone and projection head.</summary>
    public required long ParameterCount { get; init; }

    /// <summary>cpu or cuda:N.</summary>
    public required string Device { get; init; }

    /// <summary>Negatives each view meets in a step; 0 for methods without.</summary>
    public required int EffectiveNegatives { get; init; }

    /// <summary>Loss of a network that tells nothing apart, for NT-Xent log(2·batch − 1); null where the method has no such figure.</summary>
    public double? ChanceLoss { get; init; }

    /// <summary>Where cubes come from after the first epoch: memory or stream (from the disk); null in logs of earlier versions.</summary>
    public string? Loading { get; init; }

    /// <summary>Why it is so, in words.</summary>
    public string? LoadingReason { get; init; }
}
