namespace SynapseLab.Web.Features.Embeddings.Points;

/// <summary>One way to colour the points.</summary>
/// <param name="Key">Stable word in the address, e.g. "cluster".</param>
/// <param name="Title">Its name on the page.</param>
/// <param name="Labels">The labels that values index; empty for a continuous colouring.</param>
/// <param name="Values">Per point a label's index or a number; NaN where it is not known.</param>
public sealed record Colouring(string Key, string Title, IReadOnlyList<string> Labels, IReadOnlyList<float> Values)
{
    /// <summary>Whether values are numbers and not labels.</summary>
    internal bool IsContinuous => Labels.Count == 0;

    /// <summary>Whether labels divide the points into groups: several of them, and not one for every second point, as names of people in place of types.</summary>
    internal bool TellsApart => Labels.Count >= 2 && 2 * Labels.Count <= Values.Count;

    /// <summary>Smallest known value.</summary>
    internal float Low => Values.Where(value => !float.IsNaN(value)).DefaultIfEmpty(0).Min();

    /// <summary>Largest known value.</summary>
    internal float High => Values.Where(value => !float.IsNaN(value)).DefaultIfEmpty(1).Max();

    /// <summary>Points with the label.</summary>
    internal int CountOf(int label) => Values.Count(value => value == label);

    /// <summary>Colours by a word of each point, labels in natural order; null is unknown.</summary>
    internal static Colouring ByWord(string key, string title, IReadOnlyList<string?> words)
    {
        string[] labels = [.. words.OfType<string>().Distinct().Order(StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture, System.Globalization.CompareOptions.NumericOrdering))];
        var index = labels.Select((label, at) => (label, at)).ToDictionary(pair => pair.label, pair => (float)pair.at);
        return new(key, title, labels, [.. words.Select(word => word is null ? float.NaN : index[word])]);
    }
}
