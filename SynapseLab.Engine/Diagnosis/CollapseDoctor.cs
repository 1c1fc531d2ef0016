namespace SynapseLab.Engine.Diagnosis;

/// <summary>Names what goes wrong in a run; README.md lists the rules.</summary>
public static class CollapseDoctor
{
    private static readonly IDiagnosisRule[] s_rules =
    [
        new ExplodingLoss(), new ConstantOutput(), new DimensionalCollapse(), new LossAtChance(),
        new TemperatureTooHigh(), new TemperatureTooLow(), new IntensityShortcut(),
    ];

    /// <summary>Asks every rule.</summary>
    /// <returns>Failures before warnings, causes before consequences; empty for a healthy run.</returns>
    public static IReadOnlyList<RunDiagnosis> Examine(RunEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return [.. s_rules.Select(rule => rule.Examine(evidence)).OfType<RunDiagnosis>().OrderByDescending(found => found.Severity)];
    }
}
