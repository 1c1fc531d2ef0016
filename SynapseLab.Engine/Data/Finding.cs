namespace SynapseLab.Engine.Data;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing to do.</summary>
    Info,

    /// <summary>Used, but look at it.</summary>
    Warning,

    /// <summary>Left out or unusable.</summary>
    Error,
}

/// <summary>One thing noticed in the data.</summary>
/// <param name="Severity">How grave.</param>
/// <param name="Kind">Stable kebab-case word for programs, e.g. "slice-size", "duplicate-id", "out-of-bounds".</param>
/// <param name="Message">What was expected, what came.</param>
/// <param name="Where">File, row or slice, relative to the dataset, e.g. "bbox2.xlsx row 14".</param>
/// <param name="Advice">What to do.</param>
public sealed record Finding(Severity Severity, string Kind, string Message, string Where, string Advice);
