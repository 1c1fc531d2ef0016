namespace SynapseLab.Engine.Data;

/// <summary>A bounding box whose prepared file is not what preparing it now would give.</summary>
/// <param name="Name">Of the box.</param>
/// <param name="Reason">What differs, a clause without its dot.</param>
/// <param name="IsUsable">Whether the file is there and whole, so that a run can train on it.</param>
public sealed record StaleBox(string Name, string Reason, bool IsUsable);
