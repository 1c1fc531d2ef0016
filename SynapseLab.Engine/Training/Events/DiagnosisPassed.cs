using SynapseLab.Engine.Diagnosis;

namespace SynapseLab.Engine.Training;

/// <summary>The collapse doctor no longer finds what an earlier <see cref="DiagnosisMade"/> said.</summary>
public sealed record DiagnosisPassed : TrainingEvent
{
    /// <summary>What is over.</summary>
    public required DiagnosisKind Kind { get; init; }
}
