using SynapseLab.Engine.Diagnosis;

namespace SynapseLab.Engine.Training;

/// <summary>One thing that the collapse doctor said of a run, and whether it still holds.</summary>
/// <param name="Kind">What.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Sentence">What was seen, with its figures.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Epoch">The epoch whose end showed it, 1-based.</param>
/// <param name="Step">Optimiser steps done by then.</param>
public sealed record RunFinding(DiagnosisKind Kind, DiagnosisSeverity Severity, string Sentence, string Advice, int Epoch, long Step)
{
    /// <summary>The epoch whose end no longer showed it; null while it holds.</summary>
    public int? PassedEpoch { get; init; }

    /// <summary>Optimiser steps done by then; null while it holds.</summary>
    public long? PassedStep { get; init; }

    /// <summary>Whether the doctor still says so.</summary>
    public bool IsActive => PassedStep is null;
}
