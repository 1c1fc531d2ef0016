namespace SynapseLab.Engine.Training;

/// <summary>What a few real steps told about a run that has not begun.</summary>
/// <param name="Proposal">The options to run with: those that were asked for, or with another batch, micro-batch or precision.</param>
/// <param name="PeakMemoryBytes">Most memory of the device in a step of the proposal: tensors on a GPU, growth of the process on the CPU.</param>
/// <param name="AvailableMemoryBytes">What the device has for it.</param>
/// <param name="CubesPerSecond">Of the proposal.</param>
/// <param name="RunSeconds">All steps of the run; metrics and checkpoints come on top.</param>
/// <param name="EndsAt">When the run would end if it began now.</param>
/// <param name="Sentence">All of it for people.</param>
public sealed record PreflightResult(
    TrainingOptions Proposal, long PeakMemoryBytes, long AvailableMemoryBytes, double CubesPerSecond, double RunSeconds, DateTimeOffset EndsAt, string Sentence);
