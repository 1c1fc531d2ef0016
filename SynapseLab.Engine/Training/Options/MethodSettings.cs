using SynapseLab.Engine.Methods;

namespace SynapseLab.Engine.Training;

/// <summary>The settings of all methods as options; each applies to the methods that have it, and its default is the method's own.</summary>
internal static class MethodSettings
{
    internal static IReadOnlyList<OptionSpec> All { get; } = [.. MethodCatalogue.Parameters.Select(Spec)];

    private static OptionSpec Spec(MethodParameter parameter) => new OptionSpec(
        parameter.Name,
        parameter.IsWhole ? OptionKind.Whole : OptionKind.Real,
        OptionTheme.Method,
        parameter.Label,
        parameter.Help,
        options => Value(options, parameter),
        (options, value) => options with { MethodParameters = options.MethodParameters.With(parameter.Name, Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)) })
    {
        Unit = parameter.Unit,
        Reference = options => (Own(options, parameter) ?? parameter).Reference,
        Least = parameter.Least,
        Most = parameter.Most,
        SeedNames = parameter.Name == nameof(MethodParameter.ProjectionOutput) ? ["--proj-dim"] : [],
    }.Within(new(Owner(parameter), options => Own(options, parameter) is not null, options => options.Method));

    private static string Owner(MethodParameter parameter)
    {
        string[] methods = [.. MethodCatalogue.All.Where(method => method.Parameters.Any(own => own.Name == parameter.Name)).Select(method => method.Name)];
        return $"the method{(methods.Length == 1 ? "" : "s")} {string.Join(", ", methods)}";
    }

    private static object Value(TrainingOptions options, MethodParameter parameter)
    {
        double value = options.MethodParameters.Of(Own(options, parameter) ?? parameter);
        return parameter.IsWhole ? (long)value : value;
    }

    /// <summary>The chosen method's own description of a setting; null when it has no such setting, or the method is unknown.</summary>
    private static MethodParameter? Own(TrainingOptions options, MethodParameter parameter) => MethodCatalogue.All
        .FirstOrDefault(method => method.Name == options.Method)?.Parameters.FirstOrDefault(own => own.Name == parameter.Name);
}
