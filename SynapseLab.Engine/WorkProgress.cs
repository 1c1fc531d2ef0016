namespace SynapseLab.Engine;

/// <summary>How far a long piece of work is; whoever shows it derives the remaining time from when reports arrived.</summary>
/// <param name="Stage">What is being done now, in words, e.g. "bbox2: reading segmentation".</param>
/// <param name="Done">Units done in the whole work, 0 … <paramref name="Total"/>.</param>
/// <param name="Total">Units of the whole work; 0 when not known yet.</param>
public sealed record WorkProgress(string Stage, long Done, long Total);
