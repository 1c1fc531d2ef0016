using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace SynapseLab.Cli;

/// <summary>Options whose values are read the same way on every machine and whose errors say what was expected and what came.</summary>
internal static class OptionFactory
{
    /// <summary>The option of a property's name: BatchSize → --batch-size.</summary>
    public static string Name(string property) => "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(property);

    /// <summary>A whole number; null when it was not given.</summary>
    public static Option<int?> Whole(string name, string description, params string[] aliases) =>
        Number<int>(name, description, "a whole number", NumberStyles.Integer, aliases);

    /// <summary>A whole number of 64 bits; null when it was not given.</summary>
    public static Option<long?> Long(string name, string description, params string[] aliases) =>
        Number<long>(name, description, "a whole number", NumberStyles.Integer, aliases);

    /// <summary>A number such as 0.07 or 1e-4; null when it was not given.</summary>
    public static Option<double?> Real(string name, string description, params string[] aliases) =>
        Number<double>(name, description, "a number such as 0.07 or 1e-4", NumberStyles.Float, aliases);

    /// <summary>A text; null when it was not given.</summary>
    public static Option<string?> Text(string name, string description, string helpName, params string[] aliases) =>
        NotEmpty(new Option<string?>(name, aliases) { Description = description, HelpName = helpName });

    /// <summary>A text that must be given.</summary>
    public static Option<string> Required(string name, string description, string helpName, params string[] aliases) =>
        NotEmpty(new Option<string>(name, aliases) { Description = description, HelpName = helpName, Required = true });

    /// <summary>A switch.</summary>
    public static Option<bool> Switch(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description };

    /// <summary>Where a verb's result goes as JSON.</summary>
    public static Option<string?> Json(string what) =>
        Text("--json", $"Write {what} as JSON to this file; - is standard output.", "FILE");

    // An unset variable of a script, --run-dir "$RUN", arrives as an empty text.
    private static TOption NotEmpty<TOption>(TOption option)
        where TOption : Option
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError($"{option.Name} expects {option.HelpName}, but an empty text came.");
            }
        });
        return option;
    }

    // The styles allow no thousands separator: "0,1" must not be read as 1.
    private static Option<T?> Number<T>(string name, string description, string expected, NumberStyles styles, string[] aliases)
        where T : struct, INumber<T> =>
        new(name, aliases)
        {
            Description = description,
            HelpName = typeof(T) == typeof(double) ? "NUMBER" : "N",
            CustomParser = result => Parse<T>(name, expected, styles, result),
        };

    private static T? Parse<T>(string name, string expected, NumberStyles styles, ArgumentResult result)
        where T : struct, INumber<T>
    {
        string text = result.Tokens[^1].Value;
        if (T.TryParse(text, styles, CultureInfo.InvariantCulture, out T value))
        {
            return value;
        }

        result.AddError($"{name} expects {expected}, but '{text}' came.");
        return null;
    }
}
