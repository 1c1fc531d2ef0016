namespace SynapseLab.Engine.Diagnosis;

/// <summary>Diagnoses as a person reads them.</summary>
public static class DiagnosisNames
{
    /// <summary>The kind in words, to begin a line with.</summary>
    public static string Title(this DiagnosisKind kind) => kind switch
    {
        DiagnosisKind.ExplodingLoss => "Exploding loss",
        DiagnosisKind.ConstantOutput => "Constant output",
        DiagnosisKind.DimensionalCollapse => "Dimensional collapse",
        DiagnosisKind.LossAtChance => "Loss at chance",
        DiagnosisKind.TemperatureTooHigh => "Temperature too high",
        DiagnosisKind.TemperatureTooLow => "Temperature too low",
        DiagnosisKind.IntensityShortcut => "Intensity shortcut",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of diagnosis without a name."),
    };
}
