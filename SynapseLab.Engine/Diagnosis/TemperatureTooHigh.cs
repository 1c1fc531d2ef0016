namespace SynapseLab.Engine.Diagnosis;

/// <summary>Similarities lie in −1 … 1; divided by a high temperature they are nearly alike, and so are the losses of the best and the worst network.</summary>
internal sealed class TemperatureTooHigh : IDiagnosisRule
{
    /// <summary>
    /// Least possible loss over chance level. Reached at T ≈ 2 for 16 cubes, T ≈ 0.7 for 4,096: below lie the temperatures that Chen et al. 2020 (table 5)
    /// found to work, above it T = 1, where they lost 6 points of accuracy.
    /// </summary>
    private const double MostFloorFraction = 0.85;

    public RunDiagnosis? Examine(RunEvidence evidence) =>
        ContrastiveLossRange.Of(evidence) is { } range && range.Floor > MostFloorFraction * range.Chance
            ? new RunDiagnosis(
                DiagnosisKind.TemperatureTooHigh, DiagnosisSeverity.Warning,
                $"At temperature {evidence.Temperature:G3} even a perfect network only lowers the loss from {range.Chance:F2} to {range.Floor:F2}.",
                "Start again with a temperature of 0.05 to 0.5; 0.1 is a good first choice.")
            : null;
}
