using System.Text.Json.Serialization;

namespace SynapseLab.Engine.Training;

/// <summary>One optimiser step.</summary>
public sealed record StepCompleted : TrainingEvent
{
    /// <summary>The method's loss of this step's batch.</summary>
    public required double Loss { get; init; }

    /// <summary>Learning rate of this step.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Cubes trained on per second in this step.</summary>
    public required double CubesPerSecond { get; init; }

    /// <summary>Euclidean norm of all gradients before clipping; null when it was not measured, or not finite.</summary>
    public double? GradientNorm { get; init; }

    /// <summary>Factor of the loss before the backward pass (float16); null without loss scaling.</summary>
    public double? LossScale { get; init; }

    /// <summary>Whether gradients overflowed float16, so that the weights stayed and the next loss is scaled by half as much.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Skipped { get; init; }
}
