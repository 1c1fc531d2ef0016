using System.Text.Json.Serialization;

namespace SynapseLab.Engine.Training;

/// <summary>
/// One thing that happened in a run: an immutable value, one JSON line of <c>progress.jsonl</c>, the only thing that leaves
/// the training thread. A <see cref="RunStarted"/> at step k supersedes what the file holds beyond k: the run was killed and went on from
/// its checkpoint. The discriminator is <c>event</c>, e.g. <c>{"event":"step-completed","loss":3.1,…}</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RunStarted), "run-started")]
[JsonDerivedType(typeof(WeightsImported), "weights-imported")]
[JsonDerivedType(typeof(StepCompleted), "step-completed")]
[JsonDerivedType(typeof(EpochCompleted), "epoch-completed")]
[JsonDerivedType(typeof(MetricsComputed), "metrics-computed")]
[JsonDerivedType(typeof(DiagnosisMade), "diagnosis-made")]
[JsonDerivedType(typeof(DiagnosisPassed), "diagnosis-passed")]
[JsonDerivedType(typeof(CheckpointSaved), "checkpoint-saved")]
[JsonDerivedType(typeof(TelemetrySampled), "telemetry-sampled")]
[JsonDerivedType(typeof(RunWarned), "run-warned")]
[JsonDerivedType(typeof(RunFinished), "run-finished")]
public abstract record TrainingEvent
{
    /// <summary>Epochs begun, 1-based; 0 before the first.</summary>
    public int Epoch { get; init; }

    /// <summary>Optimiser steps done so far, over all resumptions.</summary>
    public long Step { get; init; }

    /// <summary>Seconds since this process began or resumed the run.</summary>
    public double ElapsedSeconds { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset Time { get; init; }
}
