namespace SynapseLab.Engine.Training;

/// <summary>What a few real steps told about a run that has not begun. Speed and memory are those of the asked precision, and of the asked batch where it fits, else of the proposed one.</summary>
/// <param name="Asked">The options that were asked for.</param>
/// <param name="Proposal">The options to run with: the asked ones, or with another batch, micro-batch or precision.</param>
/// <param name="PeakMemoryBytes">Most memory of a process's device in a step: tensors on a GPU, growth of the process on the CPU.</param>
/// <param name="AskedMemoryBytes">The same as asked; reckoned from smaller batches where that does not fit.</param>
/// <param name="AvailableMemoryBytes">What the device has for it.</param>
/// <param name="CubesPerSecond">Cubes trained on a second.</param>
/// <param name="PrecisionSpeedup">How many times as fast the proposed precision was on a few cubes; 1 where it is the asked one.</param>
/// <param name="RunSeconds">All steps of the run; metrics and checkpoints come on top.</param>
/// <param name="EndsAt">When the run would end if it began now.</param>
/// <param name="Sentence">All of it for people.</param>
public sealed record PreflightResult(
    TrainingOptions Asked, TrainingOptions Proposal, long PeakMemoryBytes, long AskedMemoryBytes, long AvailableMemoryBytes,
    double CubesPerSecond, double PrecisionSpeedup, double RunSeconds, DateTimeOffset EndsAt, string Sentence)
{
    /// <summary>A larger batch to think about, where the method would have more negatives with it and it fits comfortably; null otherwise.</summary>
    public LargerBatch? Larger { get; init; }

    /// <summary>Whether the run fits the device as it was asked for.</summary>
    public bool Fits => (Asked.BatchSize, Asked.MicroBatchSize) == (Proposal.BatchSize, Proposal.MicroBatchSize);
}
