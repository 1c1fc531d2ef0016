namespace SynapseLab.Engine;

/// <summary>The noun beside a count.</summary>
public static class Plural
{
    /// <summary>"step" of 1, "steps" of any other count; <paramref name="many"/> where an s does not make it, as of boxes.</summary>
    public static string Of(long count, string one, string? many = null) => count == 1 ? one : many ?? $"{one}s";

    /// <summary>"1 step", "5 steps"; the count without groups.</summary>
    public static string Counted(long count, string one, string? many = null) => FormattableString.Invariant($"{count} {Of(count, one, many)}");
}
