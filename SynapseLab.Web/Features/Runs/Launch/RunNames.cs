using System.Globalization;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>Names for new runs: no two runs of a lab have the same, whatever the case of its letters. Runs of earlier versions may share theirs.</summary>
/// <param name="taken">The names of all runs.</param>
public sealed class RunNames(IReadOnlyCollection<string> taken)
{
    /// <summary>Longest name.</summary>
    internal const int MostCharacters = 120;

    // Leaves room for a number of any size.
    private const int MostOfStem = 100;

    /// <summary>Dataset, preset or method, and the next number: "larval-vnc simclr 3".</summary>
    /// <param name="dataset">Name of the dataset.</param>
    /// <param name="preset">Name of the chosen preset, empty for none; one whose method was changed since does not count.</param>
    /// <param name="options">The run's options.</param>
    internal string Propose(string dataset, string preset, TrainingOptions options) =>
        Numbered($"{dataset} {(preset.Length > 0 && OptionPresets.Find(preset).Apply(options).Method == options.Method ? preset : options.Method)}");

    /// <summary>The same name with the next number: "larval-vnc simclr 3" → "larval-vnc simclr 4", "trial" → "trial 2".</summary>
    internal string Next(string name)
    {
        string stem = name.Trim().TrimEnd("0123456789".ToCharArray());
        return Numbered(stem.EndsWith(' ') ? stem.TrimEnd() : name.Trim());
    }

    /// <summary>Why a run cannot be called that, and what is free; null when it can.</summary>
    /// <param name="name">Without blanks around it.</param>
    internal string? ProblemOf(string name) =>
        name.Length > MostCharacters ? string.Create(CultureInfo.InvariantCulture, $"Expected a name of at most {MostCharacters} characters, got {name.Length}; shorten it.")
        : name.Any(char.IsControl) ? "Expected a name in one line, got one with a line break or another control character; take it out."
        : IsTaken(name) ? $"There is a run named \"{name}\" already; \"{Next(name)}\" is free."
        : null;

    private bool IsTaken(string name) => taken.Contains(name, StringComparer.OrdinalIgnoreCase);

    // One more than the greatest, and not the first gap: a number that was deleted means another run to who remembers it.
    private string Numbered(string stem)
    {
        string kept = stem[..Math.Min(stem.Length, MostOfStem)].TrimEnd();
        long greatest = taken.Where(name => name.StartsWith($"{kept} ", StringComparison.OrdinalIgnoreCase))
            .Select(name => long.TryParse(name.AsSpan(kept.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number < long.MaxValue ? number : 0)
            .Append(IsTaken(kept) ? 1 : 0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"{kept} {greatest + 1}");
    }
}
