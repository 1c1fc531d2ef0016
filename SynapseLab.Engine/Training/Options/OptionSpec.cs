using System.Globalization;
using System.Text.Json;

namespace SynapseLab.Engine.Training;

/// <summary>What kind of value an option has.</summary>
public enum OptionKind
{
    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number.</summary>
    Real,

    /// <summary>One of some words.</summary>
    Word,

    /// <summary>true or false.</summary>
    Switch,

    /// <summary>Any text, such as a file's name; may be empty.</summary>
    Text,
}

/// <summary>
/// One option of a run: its words, its range, and how it gets into <see cref="TrainingOptions"/>. Command line, form, HTTP API
/// and the check of ranges all read it here.
/// </summary>
/// <param name="Name">Property of <see cref="TrainingOptions"/> or setting of a method, PascalCase.</param>
/// <param name="Kind">What kind of value.</param>
/// <param name="Theme">The fold it lies in; <see cref="OptionTheme.First"/> for the few that stand first.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Help">One sentence.</param>
/// <param name="Get">Reads it: long, double, string or bool by <paramref name="Kind"/>.</param>
/// <param name="Set">Writes it.</param>
public sealed record OptionSpec(
    string Name, OptionKind Kind, string Theme, string Label, string Help, Func<TrainingOptions, object> Get, Func<TrainingOptions, object, TrainingOptions> Set)
{
    // A limit beyond this is there against slips of the keyboard, and says nothing to a person.
    private const double Unbounded = 1_000_000;

    /// <summary>Unit, or what is counted.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The seed's or paper's value; of a setting that methods share, the one of the method in these options.</summary>
    public Func<TrainingOptions, string> Reference { get; init; } = _ => "";

    /// <summary>Least number allowed.</summary>
    public double Least { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest number allowed.</summary>
    public double Most { get; init; } = double.PositiveInfinity;

    /// <summary>The words to choose from.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Other names that the seeds' command lines have for it, kebab-case with dashes.</summary>
    public IReadOnlyList<string> SeedNames { get; init; } = [];

    /// <summary>Whether it has an effect beside these options.</summary>
    public Func<TrainingOptions, bool> Applies { get; init; } = _ => true;

    /// <summary>Why it has none beside these options, the end of a sentence without its dot; where <see cref="Applies"/> is false.</summary>
    public Func<TrainingOptions, string> WhyIdle { get; init; } = _ => "";

    /// <summary>--batch-size.</summary>
    public string CommandLineName => "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(Name);

    /// <summary>The range in words; empty for words and switches.</summary>
    public string Range => (Least, Most) switch
    {
        (double.NegativeInfinity, _) => "",
        ( > 0 and < 1e-6, _) => Say($"above 0, up to {Most}"),
        (_, >= Unbounded) => Say($"at least {Least}"),
        _ => Say($"{Least} … {Most}"),
    };

    /// <summary>The option's value as text.</summary>
    public string Read(TrainingOptions options) => Get(options) switch
    {
        bool value => value ? "true" : "false",
        double value => value.ToString("0.##########", CultureInfo.InvariantCulture),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>The options with the text's value; null when the text is no value of this kind.</summary>
    public TrainingOptions? Write(TrainingOptions options, string text) => Kind switch
    {
        OptionKind.Whole => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && Fits(value) ? Set(options, value) : null,
        OptionKind.Real => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? Set(options, value) : null,
        OptionKind.Switch => bool.TryParse(text, out bool value) ? Set(options, value) : null,
        _ => Set(options, text),
    };

    /// <summary>The option with an effect in some runs alone.</summary>
    internal OptionSpec Within(OptionScope scope) => this with { Applies = scope.Includes, WhyIdle = scope.WhyNot };

    /// <summary>What is wrong with its value; null when nothing is.</summary>
    public OptionError? Check(TrainingOptions options) => Kind switch
    {
        OptionKind.Word when !Choices.Contains((string)Get(options)) =>
            new(Name, $"Expected one of {string.Join(", ", Choices)}, got '{Get(options)}'."),
        OptionKind.Whole or OptionKind.Real when !(Number(options) >= Least && Number(options) <= Most) =>
            new(Name, Say($"Expected {Range}, got {Number(options)}.")),
        _ => null,
    };

    private double Number(TrainingOptions options) => Convert.ToDouble(Get(options), CultureInfo.InvariantCulture);

    // Where an option has no range of its own (a seed) it may use all 64 bits; the others are int.
    private bool Fits(long value) => double.IsInfinity(Most) || value is >= int.MinValue and <= int.MaxValue;

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
