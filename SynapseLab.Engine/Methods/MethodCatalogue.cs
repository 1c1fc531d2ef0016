namespace SynapseLab.Engine.Methods;

/// <summary>All methods of this assembly, found by their <see cref="MethodDescription"/>.</summary>
public static class MethodCatalogue
{
    /// <summary>By name, SimCLR first: the one to begin with.</summary>
    public static IReadOnlyList<MethodDescription> All { get; } =
    [
        .. typeof(MethodCatalogue).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(MethodDescription)) && !type.IsAbstract)
            .Select(type => (MethodDescription)Activator.CreateInstance(type, nonPublic: true)!)
            .OrderBy(method => method.Name != "simclr").ThenBy(method => method.Name, StringComparer.Ordinal),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(method => method.Name)];

    /// <summary>The method of a name.</summary>
    /// <exception cref="EngineException">There is none.</exception>
    public static MethodDescription Find(string name) => All.FirstOrDefault(method => method.Name == name)
        ?? throw new EngineException($"Expected a method ({string.Join(", ", Names)}), got '{name}'.");

    /// <summary>Every setting that any method has, once, in the order of the methods.</summary>
    public static IReadOnlyList<MethodParameter> Parameters { get; } =
        [.. All.SelectMany(method => method.Parameters).DistinctBy(parameter => parameter.Name)];
}
