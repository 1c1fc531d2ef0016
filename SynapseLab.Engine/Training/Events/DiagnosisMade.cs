using SynapseLab.Engine.Diagnosis;

namespace SynapseLab.Engine.Training;

/// <summary>The collapse doctor found something; the same kind is told again only after a <see cref="DiagnosisPassed"/>.</summary>
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
