using System.Text.Json.Serialization;
using SynapseLab.Engine.Diagnosis;

namespace SynapseLab.Engine.Training;

/// <summary>
/// One thing that happened in a run: an immutable value, one JSON line of <c>progress.jsonl</c>, the only thing that leaves
/// the training thread. A <see cref="RunStarted"/> at step k supersedes what the file holds beyond k: the run was killed and went on from
/// its checkpoint. The discriminator is <c>event</c>, e.g. <c>{"event":"step-completed","loss":3.1,…}</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RunStarted), "run-started")]
[JsonDerivedType(typeof(StepCompleted), "step-completed")]
[JsonDerivedType(typeof(EpochCompleted), "epoch-completed")]
[JsonDerivedType(typeof(MetricsComputed), "metrics-computed")]
[JsonDerivedType(typeof(DiagnosisMade), "diagnosis-made")]
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

/// <summary>Metrics of the backbone's embeddings, eval mode, no augmentation.</summary>
public sealed record MetricsComputed : TrainingEvent
{
    /// <summary>Euclidean silhouette of k-means, −1 … 1.</summary>
    public required double Silhouette { get; init; }

    /// <summary>The k of that silhouette, min(100, n/2).</summary>
    public required int SilhouetteClusters { get; init; }

    /// <summary>Best silhouette over a curve of k.</summary>
    public double? BestSilhouette { get; init; }

    /// <summary>The k of the best silhouette.</summary>
    public int? BestSilhouetteClusters { get; init; }

    /// <summary>Embedded cubes, n.</summary>
    public required int SampleCount { get; init; }

    /// <summary>Mean Hopkins statistic over seeded repeats, 0 … 1.</summary>
    public required double HopkinsMean { get; init; }

    /// <summary>Standard deviation over the repeats.</summary>
    public required double HopkinsStandardDeviation { get; init; }

    /// <summary>Width of the embedding, d.</summary>
    public required int EmbeddingDimension { get; init; }

    /// <summary>Dimensions that the embeddings use (RankMe), 1 … d.</summary>
    public double? RankMe { get; init; }

    /// <summary>Mean squared distance of positive projections on the unit sphere, 0 … 4; null for methods without pairs.</summary>
    public double? Alignment { get; init; }

    /// <summary>How unevenly projections spread over the sphere, −8 … 0; null for methods without pairs.</summary>
    public double? Uniformity { get; init; }

    /// <summary>Mean cosine of positive projections.</summary>
    public double? PositiveCosine { get; init; }

    /// <summary>Mean cosine of negative projections.</summary>
    public double? NegativeCosine { get; init; }

    /// <summary>Accuracy of the 5 nearest neighbours for the types in Var1, 0 … 1; null without types.</summary>
    public double? KnnAccuracy { get; init; }

    /// <summary>Accuracy of a linear probe for the types in Var1, 0 … 1; null without types.</summary>
    public double? LinearProbeAccuracy { get; init; }

    /// <summary>What always naming the commonest type would reach, 0 … 1; null without types.</summary>
    public double? MajorityFraction { get; init; }

    /// <summary>How well the embedding tells the mean grey value of its cube, at most 1.</summary>
    public double? IntensityR2 { get; init; }
}

/// <summary>The collapse doctor found something; each kind is told once in a run, or once more after it was resumed.</summary>
public sealed record DiagnosisMade : TrainingEvent
{
    /// <summary>What.</summary>
    public required DiagnosisKind Kind { get; init; }

    /// <summary>How grave.</summary>
    public required DiagnosisSeverity Severity { get; init; }

    /// <summary>What was seen, with its figures.</summary>
    public required string Sentence { get; init; }

    /// <summary>What to do.</summary>
    public required string Advice { get; init; }
}

/// <summary>A checkpoint is whole on disk.</summary>
public sealed record CheckpointSaved : TrainingEvent
{
    /// <summary>File, relative to the run folder.</summary>
    public required string Path { get; init; }

    /// <summary>latest, best or final.</summary>
    public required string Kind { get; init; }
}

/// <summary>What the run takes of the machine, every few seconds.</summary>
public sealed record TelemetrySampled : TrainingEvent
{
    /// <summary>Memory of this process in RAM.</summary>
    public required long ProcessMemoryBytes { get; init; }

    /// <summary>Cores this process kept busy since the sample before.</summary>
    public required double BusyCores { get; init; }

    /// <summary>Part of the last moments in which the GPU computed, 0 … 1; as the others below null without a GPU, or where its driver does not tell.</summary>
    public double? GpuUtilizationFraction { get; init; }

    /// <summary>Memory of the GPU in use, by all processes.</summary>
    public long? GpuMemoryUsedBytes { get; init; }

    /// <summary>All memory of the GPU.</summary>
    public long? GpuMemoryTotalBytes { get; init; }

    /// <summary>Power that the GPU draws.</summary>
    public double? GpuPowerWatts { get; init; }

    /// <summary>Temperature of the GPU's chip.</summary>
    public double? GpuTemperatureCelsius { get; init; }

    /// <summary>Why a run on a GPU has no figures of it; null otherwise.</summary>
    public string? GpuUnavailable { get; init; }
}

/// <summary>Something a person should know, and no reason to end the run.</summary>
public sealed record RunWarned : TrainingEvent
{
    /// <summary>One sentence for the person at the screen.</summary>
    public required string Message { get; init; }
}

/// <summary>The run ended; the last event.</summary>
public sealed record RunFinished : TrainingEvent
{
    /// <summary>How.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>One sentence for the person at the screen.</summary>
    public required string Message { get; init; }
}
