using System.Globalization;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>One option on the form: its words, its range, and how it gets into <see cref="TrainingOptions"/>.</summary>
/// <param name="Option">Property name in <see cref="TrainingOptions"/>.</param>
/// <param name="Theme">The fold it lies in; "" for the few that stand first.</param>
/// <param name="Label">Its name on the page.</param>
/// <param name="Unit">Unit or range, behind the field.</param>
/// <param name="Help">One sentence.</param>
/// <param name="Reference">The seed's or paper's value.</param>
/// <param name="Choices">The words to choose from; null for a number.</param>
/// <param name="Read">The option's value as text.</param>
/// <param name="Write">The options with the text's value; null when the text is no such value.</param>
public sealed record OptionField(
    string Option,
    string Theme,
    string Label,
    string Unit,
    string Help,
    string Reference,
    IReadOnlyList<string>? Choices,
    Func<TrainingOptions, string> Read,
    Func<TrainingOptions, string, TrainingOptions?> Write)
{
    internal static OptionField Whole(string option, string theme, string label, string unit, string help, string reference,
        Func<TrainingOptions, long> read, Func<TrainingOptions, long, TrainingOptions> write) =>
        new(option, theme, label, unit, help, reference, null,
            options => read(options).ToString(CultureInfo.InvariantCulture),
            (options, text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
                && (value is >= int.MinValue and <= int.MaxValue || option == nameof(TrainingOptions.Seed)) ? write(options, value) : null);

    internal static OptionField Real(string option, string theme, string label, string unit, string help, string reference,
        Func<TrainingOptions, double> read, Func<TrainingOptions, double, TrainingOptions> write) =>
        new(option, theme, label, unit, help, reference, null,
            options => read(options).ToString("0.##########", CultureInfo.InvariantCulture),
            (options, text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                && double.IsFinite(value) ? write(options, value) : null);

    internal static OptionField Word(string option, string theme, string label, string help, string reference, IReadOnlyList<string> choices,
        Func<TrainingOptions, string> read, Func<TrainingOptions, string, TrainingOptions> write) =>
        new(option, theme, label, "", help, reference, choices, read, (options, text) => write(options, text));
}
